"""A queued callback can still cancel a timer that is due in its own pass."""
# clause: TIMER-12
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
timer = loop.call_at(loop.time() - 1, log, "timer")

def queued():
    log("queued")
    timer.cancel()

loop.call_soon(queued)
loop.call_later(0.125, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued
