"""What the batch queued before stop() waits for the next run as much as what it queued after."""
# clause: STOP-1
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(loop.call_soon, log, "queued before stop")
loop.call_soon(loop.stop)
loop.call_soon(loop.call_soon, log, "queued after stop")
loop.call_soon(log, "last of the batch")
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  last of the batch
#      0  stopped
