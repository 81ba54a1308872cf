"""A timer runs once."""
# clause: TIMER-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.125, log, "timer")
loop.call_later(1, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    125  timer
#   1000  stopped
