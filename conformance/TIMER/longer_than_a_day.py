"""A timer of two days and an eighth runs at its time, although no poll waits longer than a day."""
# clause: TIMER-17
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(172800.125, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
# 172800125  stopped
