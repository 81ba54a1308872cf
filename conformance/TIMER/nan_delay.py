"""A delay of NaN, and nothing queued: run as due up to 3.12, the end of the run from 3.13."""
# clause: TIMER-16, READY-17
# level: detail
# divergence: TIMER-17
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(float("nan"), log, "timer")
loop.call_later(0.125, loop.stop)
try:
    loop.run_forever()
    log("stopped")
except ValueError as error:
    log(type(error).__name__, "running:", loop.is_running())
    handle.cancel()
    loop.call_later(0.125, loop.stop)
    loop.run_forever()
    log("stopped the second run")
loop.close()

# trace 3.8..3.12
#      0  timer
#    125  stopped

# trace 3.13..
#      0  ValueError running: False
#    125  stopped the second run
