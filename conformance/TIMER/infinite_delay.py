"""A timer with an infinite delay is legal, and never runs."""
# clause: TIMER-23
# level: defacto
# divergence: TIMER-09
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(float("inf"), log, "never")
loop.call_later(0.125, log, "ordinary timer")
loop.call_later(0.25, loop.stop)
loop.run_forever()
handle.cancel()
log("stopped")
loop.close()

# trace 3.8..
#    125  ordinary timer
#    250  stopped
