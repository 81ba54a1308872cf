"""A deadline exactly one clock tick ahead is not due: the loop waits, one millisecond."""
# clause: TIMER-24, TIMER-18
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
deadline = loop.time() + 0.000000001  # deliberately the tick of a nanosecond clock
loop.call_at(deadline, log, "timer")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      1  timer
