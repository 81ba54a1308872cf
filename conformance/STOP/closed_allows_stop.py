"""stop() of a closed loop is no error."""
# clause: STOP-18
# level: defacto
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
loop.stop()
log("closed", loop.is_closed())

# trace 3.8..
#      0  closed True
