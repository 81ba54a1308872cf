"""The rest of a batch runs before anything that its callbacks queue."""
# clause: READY-4
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def first():
    log("first")
    loop.call_soon(log, "queued by first")

loop.call_soon(first)
loop.call_soon(log, "second")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  second
#      0  queued by first
