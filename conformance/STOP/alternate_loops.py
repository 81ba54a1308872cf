"""Two loops can be run in turns in one thread; each keeps its own queue."""
# clause: STOP-23
# level: documented
import asyncio
from scenario import log

one = asyncio.new_event_loop()
two = asyncio.new_event_loop()


def step(name, loop):
    log(name, asyncio.get_running_loop() is loop)
    loop.stop()


one.call_soon(step, "one", one)
two.call_soon(step, "two", two)
one.run_forever()
two.run_forever()
one.call_soon(step, "one again", one)
one.run_forever()
one.close()
two.close()

# trace 3.8..
#      0  one True
#      0  two True
#      0  one again True
