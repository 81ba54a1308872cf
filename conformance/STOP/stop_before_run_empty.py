"""The single pass of a run stopped beforehand does not wait, although nothing is ready."""
# clause: STOP-2
# level: documented
# divergence: SCHED-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(8, loop.stop)
loop.stop()
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  stopped
