"""Whatever a poll rounds, a timer is late by it, not early: time() has reached the deadline."""
# clause: TIMER-18
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(deadline):
    log("early:", loop.time() < deadline - 0.000000001)  # tiny: one clock tick is allowed

for delay in (0.0004, 0.0015, 0.0026):  # tiny: none of them a whole millisecond
    deadline = loop.time() + delay
    loop.call_at(deadline, timer, deadline)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      1  early: False
#      2  early: False
#      3  early: False
