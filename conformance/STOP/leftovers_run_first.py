"""What the last batch queued runs in the next run, before what was queued between the runs."""
# clause: STOP-3
# level: documented
# divergence: SCHED-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(loop.call_soon, log, "queued by the last batch")
loop.call_soon(loop.stop)
loop.run_forever()
log("between the runs")
loop.call_soon(log, "queued between the runs")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  between the runs
#      0  queued by the last batch
#      0  queued between the runs
