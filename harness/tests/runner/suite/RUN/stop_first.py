"""stop() before the run lets exactly one pass happen."""
# clause: STOP-2
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "in the pass")
loop.stop()
loop.run_forever()
log("after the run")
loop.close()

# trace 3.8..
#      0  in the pass
#      0  after the run
