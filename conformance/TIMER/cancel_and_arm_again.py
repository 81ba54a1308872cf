"""Cancelling a timer and making another, again and again, leaves the last one alone."""
# clause: TIMER-9
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
handle = loop.call_later(0.125, log, "timer", 0)
for number in range(1, 10):
    handle.cancel()
    handle = loop.call_later(0.125, log, "timer", number)
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#    125  timer 9
