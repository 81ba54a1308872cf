"""A callback queued by the last batch of a run is not part of it: the next run begins with it."""
# clause: READY-4
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def first():
    log("first")
    loop.stop()
    loop.call_soon(log, "queued by first")

loop.call_soon(first)
loop.call_soon(log, "second")
loop.run_forever()
log("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  second
#      0  stopped
#      0  queued by first
