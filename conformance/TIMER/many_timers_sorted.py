"""A hundred timers made in a scrambled order run in the order of their deadlines."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
seen = []
for number in range(100):
    place = number * 37 % 100
    loop.call_later(0.125 * (place + 1), seen.append, place)
loop.call_later(13, loop.stop)
loop.run_forever()
log(len(seen), seen == list(range(100)))
loop.close()

# trace 3.8..
#  13000  100 True
