"""A timer that went overdue while a callback ran fires at once in an otherwise idle loop."""
# clause: TIMER-26
# level: defacto
# divergence: TIMER-11
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def timer():
    log("timer")
    loop.stop()

loop.call_later(0.125, timer)
loop.call_soon(pause, 0.5)
loop.run_forever()
loop.close()

# trace 3.8..
#    500  timer
