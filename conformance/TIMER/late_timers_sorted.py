"""Timers that are all late after a jump of the clock run together, sorted by deadline."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
for delay in (0.5, 0.125, 0.375, 0.25, 0.625):
    loop.call_later(delay, log, "deadline", delay)
loop.call_later(3, loop.stop)
pause(2)
loop.run_forever()
loop.close()

# trace 3.8..
#   2000  deadline 0.125
#   2000  deadline 0.25
#   2000  deadline 0.375
#   2000  deadline 0.5
#   2000  deadline 0.625
