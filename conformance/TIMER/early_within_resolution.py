"""A deadline less than one clock tick ahead counts as due: the timer runs without a wait."""
# clause: TIMER-24
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.0000000005, log, "timer")  # deliberately half a tick of a nanosecond clock
loop.call_soon(log, "queued")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  timer
