"""call_soon_threadsafe is refused on a closed loop."""
# clause: THR-3, STOP-18
# level: defacto
# ops: threads
# divergence: SCHED-13
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.close()
try:
    loop.call_soon_threadsafe(log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
