"""A deadline less than one clock tick ahead counts as due in a pass that need not wait."""
# clause: TIMER-24
# level: detail
# In which order a pass takes queued callbacks and timers is another matter (READY-3).
import asyncio
from scenario import log

loop = asyncio.new_event_loop()

def timer():
    log("timer", group="pass1")

def first():
    log("first", group="pass1")
    loop.call_soon(log, "second, one pass later")

loop.call_later(0.0000000005, timer)  # deliberately half a tick of a nanosecond clock
loop.call_soon(first)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0 ~pass1  first
#      0 ~pass1  timer
#      0  second, one pass later
