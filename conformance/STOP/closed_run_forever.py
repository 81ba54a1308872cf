"""A closed loop cannot be run; the attempt leaves it closed and not running."""
# clause: STOP-18
# level: defacto
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
try:
    loop.run_forever()
except RuntimeError as error:
    log(type(error).__name__)
log("running", loop.is_running(), "closed", loop.is_closed())

# trace 3.8..
#      0  RuntimeError
#      0  running False closed True
