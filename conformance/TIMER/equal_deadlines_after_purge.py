"""Dropping cancelled timers may change the order among equal deadlines, and loses none."""
# clause: TIMER-7, TIMER-10
# level: undefined
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(number):
    log(number, group="tie")

deadline = loop.time() + 0.25
handles = []
for number in range(120):
    handles.append(loop.call_at(deadline, timer, number))
for number in range(120):
    if number % 12 != 0:
        handles[number].cancel()
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    250 ~tie  72
#    250 ~tie  24
#    250 ~tie  0
#    250 ~tie  60
#    250 ~tie  12
#    250 ~tie  36
#    250 ~tie  84
#    250 ~tie  108
#    250 ~tie  96
#    250 ~tie  48
