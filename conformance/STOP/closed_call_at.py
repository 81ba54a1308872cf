"""call_at is refused on a closed loop."""
# clause: STOP-18
# level: defacto
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
when = loop.time() + 0.25
loop.close()
try:
    loop.call_at(when, log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
