"""Another thread that calls call_soon_threadsafe on a closed loop gets the error itself."""
# clause: THR-3
# level: defacto
# ops: threads
# divergence: SCHED-13
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.close()
try:
    in_thread(loop.call_soon_threadsafe, log, "never called")
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
