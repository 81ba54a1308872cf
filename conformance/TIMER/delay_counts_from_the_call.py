"""A delay counts from the moment of the call, not from the beginning of the pass."""
# clause: TIMER-1
# level: documented
# divergence: TIMER-07
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def slow():
    pause(0.5)
    loop.call_later(0.25, log, "timer")
    log("armed")

loop.call_soon(slow)
loop.call_later(1, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    500  armed
#    750  timer
