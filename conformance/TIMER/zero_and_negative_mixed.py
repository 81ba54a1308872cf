"""Zero and negative delays come after everything queued, sorted by deadline."""
# clause: TIMER-4, TIMER-5
# level: defacto
# divergence: TIMER-01
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0, log, "0")
loop.call_soon(log, "first queued")
loop.call_later(-1, log, "-1")
loop.call_soon(log, "second queued")
loop.call_later(-5, log, "-5")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  first queued
#      0  second queued
#      0  -5
#      0  -1
#      0  0
