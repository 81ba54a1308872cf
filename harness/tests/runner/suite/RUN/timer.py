"""A timer due at once comes after what is queued, and a later one at its time."""
# clause: TIMER-4, TIMER-1
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(-1, log, "timer")
loop.call_soon(log, "queued")
loop.call_later(3600, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  queued
#      0  timer
# 3600000  stopped
