"""Unrelated timers may change the order among equal deadlines; their own place stands."""
# clause: TIMER-7
# level: undefined
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(name):
    log(name, group="tie")

start = loop.time()
loop.call_at(start + 0.375, log, "last")
loop.call_at(start + 0.125, log, "first")
for name in "abcde":
    loop.call_at(start + 0.25, timer, name)
loop.call_at(start + 0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  first
#    250 ~tie  a
#    250 ~tie  e
#    250 ~tie  d
#    250 ~tie  b
#    250 ~tie  c
#    375  last
