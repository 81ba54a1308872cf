"""Between a callback and the callback it queues, timers get their turn."""
# clause: READY-4
# level: documented
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def first():
    log("first")
    pause(0.25)
    loop.call_soon(second)

def second():
    log("second, in the batch of the timer")
    loop.call_soon(log, "third")

loop.call_later(0.125, log, "timer")
loop.call_soon(first)
loop.call_later(0.5, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first
#    250  second, in the batch of the timer
#    250  timer
#    250  third
