"""run_in_executor is refused on a closed loop."""
# clause: STOP-18
# level: defacto
# ops: executor
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
try:
    loop.run_in_executor(None, log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
