"""call_at takes a deadline in the past: the timer is due at once."""
# clause: TIMER-4
# level: defacto
# divergence: TIMER-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_at(loop.time() - 1, log, "timer")
log("armed for the past:", handle.when() < loop.time())
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  armed for the past: True
#      0  timer
