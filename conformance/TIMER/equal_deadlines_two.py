"""Two timers with one deadline both run then; which first is left open."""
# clause: TIMER-6
# level: undefined
# divergence: TIMER-05
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(name):
    log(name, group="tie")

deadline = loop.time() + 0.125
for name in "ab":
    loop.call_at(deadline, timer, name)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125 ~tie  a
#    125 ~tie  b
