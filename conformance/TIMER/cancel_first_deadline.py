"""When the timer with the earliest deadline is cancelled the loop waits for the next one."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
first = loop.call_later(0.125, log, "first")
loop.call_later(0.5, log, "second")
loop.call_later(0.625, loop.stop)
loop.call_soon(first.cancel)
loop.run_forever()
loop.close()

# trace 3.8..
#    500  second
