"""Timers with one deadline run in one batch: what they queue comes after all of them."""
# clause: TIMER-6
# level: undefined
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer(name):
    log(name, group="tie")
    loop.call_soon(log, "queued by a timer")

deadline = loop.time() + 0.125
for name in "abc":
    loop.call_at(deadline, timer, name)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125 ~tie  a
#    125 ~tie  c
#    125 ~tie  b
#    125  queued by a timer
#    125  queued by a timer
#    125  queued by a timer
