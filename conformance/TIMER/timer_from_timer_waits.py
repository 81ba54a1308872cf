"""A timer made by a timer waits for the next pass, behind all that are due in this one."""
# clause: TIMER-8
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def first():
    log("first timer")
    loop.call_later(-5, log, "timer made by the first")

loop.call_later(0.125, first)
loop.call_later(0.25, log, "second timer")
loop.call_later(2, loop.stop)
pause(1)
loop.run_forever()
loop.close()

# trace 3.8..
#   1000  first timer
#   1000  second timer
#   1000  timer made by the first
