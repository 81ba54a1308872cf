"""call_at accepts a deadline that is no number; the failure comes when it is compared."""
# clause: TIMER-15
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_at("soon", log, "never called")
log("accepted")
try:
    loop.call_at(loop.time() + 0.125, log, "never called")
except TypeError:
    log("TypeError from the next timer")
loop.close()

# trace 3.8..
#      0  accepted
#      0  TypeError from the next timer
