"""Ten timers with one deadline all run then; in which order is left open."""
# clause: TIMER-6
# level: undefined
# divergence: TIMER-05
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(number):
    log(number, group="tie")

deadline = loop.time() + 0.125
for number in range(10):
    loop.call_at(deadline, timer, number)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()
