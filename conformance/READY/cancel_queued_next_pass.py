"""A callback can cancel what an earlier callback of its batch queued for the next pass."""
# clause: READY-5
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handles = []

def first():
    handles.append(loop.call_soon(log, "cancelled"))
    handles.append(loop.call_soon(log, "kept"))

def second():
    handles[0].cancel()

loop.call_soon(first)
loop.call_soon(second)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  kept
