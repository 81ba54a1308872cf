"""A timer that is due and already in the batch does not run when an earlier one cancels it."""
# clause: TIMER-12
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def first():
    log("first")
    second.cancel()

loop.call_later(0.125, first)
second = loop.call_later(0.25, log, "second")
loop.call_later(0.375, log, "third")
loop.call_later(2, loop.stop)
pause(1)
loop.run_forever()
loop.close()

# trace 3.8..
#   1000  first
#   1000  third
