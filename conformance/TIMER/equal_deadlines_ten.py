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

# trace 3.8..
#    125 ~tie  0
#    125 ~tie  2
#    125 ~tie  6
#    125 ~tie  5
#    125 ~tie  9
#    125 ~tie  8
#    125 ~tie  7
#    125 ~tie  1
#    125 ~tie  3
#    125 ~tie  4
