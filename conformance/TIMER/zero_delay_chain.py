"""A chain of callbacks and a chain of timers without delay take turns, callback first."""
# clause: TIMER-4
# level: defacto
# divergence: TIMER-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(number):
    log("timer", number)
    if number < 3:
        loop.call_later(0, timer, number + 1)

def queued(number):
    log("queued", number)
    if number < 3:
        loop.call_soon(queued, number + 1)

loop.call_later(0, timer, 1)
loop.call_soon(queued, 1)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued 1
#      0  timer 1
#      0  queued 2
#      0  timer 2
#      0  queued 3
#      0  timer 3
