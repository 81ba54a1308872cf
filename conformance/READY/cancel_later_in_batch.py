"""Cancelling a handle that is queued later in the same batch keeps it from running."""
# clause: READY-5
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def first():
    log("first")
    victim.cancel()

loop.call_soon(first)
victim = loop.call_soon(log, "victim")
loop.call_soon(log, "last")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  last
