"""Between a callback and the one that the next callback queues, due timers get their turn."""
# clause: READY-4
# level: documented
# In which order a pass takes queued callbacks and timers is another matter (READY-3).
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def timer():
    log("timer", group="pass2")

def first():
    log("first")
    pause(0.25)
    loop.call_soon(second)

def second():
    log("second, one pass later", group="pass2")
    loop.call_soon(log, "third")

loop.call_later(0.125, timer)
loop.call_soon(first)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#    250 ~pass2  second, one pass later
#    250 ~pass2  timer
#    250  third
