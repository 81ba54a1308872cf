"""stop() before a run makes that run exactly one pass long, and is then used up."""
# clause: STOP-2, STOP-3
# level: documented
# divergence: SCHED-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(8, loop.stop)
loop.stop()
loop.call_soon(log, "first pass")
loop.call_soon(loop.call_soon, log, "second pass")
loop.run_forever()
log("stopped")
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped again")
loop.close()

# trace 3.8..
#      0  first pass
#      0  stopped
#      0  second pass
#      0  stopped again
