"""A delay of NaN is accepted where the timer is made; what comes of it shows later."""
# clause: TIMER-16
# level: detail
# divergence: TIMER-17
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    handle = loop.call_later(float("nan"), log, "never")
    handle.cancel()
    log("accepted")
except ValueError:
    log("refused")
loop.close()

# trace 3.8..
#      0  accepted
