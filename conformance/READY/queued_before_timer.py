"""In one batch a callback that was queued comes before a timer that is overdue."""
# clause: READY-3
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_at(loop.time() - 1, log, "timer")
loop.call_soon(log, "queued")
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
#      0  timer
