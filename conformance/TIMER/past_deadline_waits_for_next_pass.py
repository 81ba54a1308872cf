"""A timer made in a batch waits for the next pass even when its deadline is in the past."""
# clause: TIMER-8
# level: defacto
# In which order a pass takes queued callbacks and timers is another matter (TIMER-4).
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer():
    log("timer", group="pass2")

def first():
    log("first")
    loop.call_at(loop.time() - 1, timer)
    loop.call_soon(queued)

def queued():
    log("queued, one pass later", group="pass2")
    loop.call_soon(log, "queued, two passes later")

loop.call_soon(first)
loop.call_soon(log, "rest of the batch")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#      0  rest of the batch
#      0 ~pass2  queued, one pass later
#      0 ~pass2  timer
#      0  queued, two passes later
