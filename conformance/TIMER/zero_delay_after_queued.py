"""A delay of zero makes a timer: it comes after what is queued, also after what is queued later."""
# clause: TIMER-4
# level: defacto
# divergence: TIMER-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0, log, "zero delay")
loop.call_soon(log, "queued")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  zero delay
