"""Two loops can be run in turns in one thread; each keeps its own queue."""
# clause: STOP-23
# level: documented
import asyncio
from scenario import log

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def step(name, loop, number):
    log(name, number, asyncio.get_running_loop() is loop)
    loop.stop()
    loop.call_soon(step, name, loop, number + 1)


one.call_soon(step, "one", one, 1)
two.call_soon(step, "two", two, 1)
for loop in (one, two, one, two):
    loop.run_forever()
one.close()
two.close()

# trace 3.8..
#      0  one 1 True
#      0  two 1 True
#      0  one 2 True
#      0  two 2 True
