"""A closed loop still tells the time and its state."""
# clause: STOP-18
# level: defacto
# divergence: SCHED-13
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
loop.close()
start = loop.time()
pause(0.25)
log("passed", loop.time() - start >= 0.125)
log("running", loop.is_running(), "closed", loop.is_closed())

# trace 3.8..
#    250  passed True
#    250  running False closed True
