"""A delay of NaN is due at once in a pass that does not have to wait."""
# clause: TIMER-16
# level: detail
# divergence: TIMER-17
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(float("nan"), log, "timer")
loop.call_soon(log, "queued")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  timer
