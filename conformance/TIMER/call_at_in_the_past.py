"""call_at takes a deadline in the past: the timer is due at once."""
# clause: TIMER-4
# level: defacto
# divergence: TIMER-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_at(loop.time() - 1, log, "timer")
log("armed")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  armed
#      0  timer
