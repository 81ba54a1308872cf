"""A negative delay makes a timer: it comes after what is queued, and it is due at once."""
# clause: TIMER-4
# level: defacto
# divergence: TIMER-03
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(-1, log, "negative delay")
loop.call_soon(log, "queued")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  negative delay
