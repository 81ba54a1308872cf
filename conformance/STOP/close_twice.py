"""close() of a closed loop has no effect and is no error."""
# clause: STOP-17
# level: documented
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
log("closed", loop.is_closed())
loop.close()
log("closed", loop.is_closed())
loop.close()
log("closed", loop.is_closed())

# trace 3.8..
#      0  closed False
#      0  closed True
#      0  closed True
