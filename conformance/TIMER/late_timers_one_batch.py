"""Timers that are late together make one batch: what the first one queues comes after all."""
# clause: TIMER-5
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def first():
    log("first timer")
    loop.call_soon(log, "queued by the first timer")

loop.call_later(0.25, log, "second timer")
loop.call_later(0.125, first)
loop.call_later(2, loop.stop)
pause(1)
loop.run_forever()
loop.close()

# trace 3.8..
#   1000  first timer
#   1000  second timer
#   1000  queued by the first timer
