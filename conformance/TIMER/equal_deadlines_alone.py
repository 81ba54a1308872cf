"""In which order three, five and ten timers of one deadline run when no other timer waits is left open."""
# clause: TIMER-6
# level: undefined
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def timer(order, number, count):
    order.append(number)
    if len(order) == count:
        loop.stop()


for count in (3, 5, 10):
    order = []
    deadline = loop.time() + 0.125
    for number in range(count):
        loop.call_at(deadline, timer, order, number, count)
    loop.run_forever()
    log("of %d:" % count, *order)
loop.close()

# trace 3.8..
#    125  of 3: 0 1 2
#    250  of 5: 0 2 4 1 3
#    375  of 10: 0 2 6 9 8 5 7 4 1 3
