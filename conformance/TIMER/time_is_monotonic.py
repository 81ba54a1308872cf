"""time() never goes back from one callback to the next, and is a float."""
# clause: TIMER-19
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
times = []

def tick():
    times.append(loop.time())

for number in range(5):
    loop.call_soon(tick)
    loop.call_later(0.125 * number, tick)
loop.call_later(1, loop.stop)
loop.run_forever()
log(len(times), times == sorted(times), isinstance(times[0], float))
loop.close()

# trace 3.8..
#   1000  10 True True
