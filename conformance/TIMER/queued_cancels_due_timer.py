"""A queued callback comes before a timer that is due in its pass, and can still cancel it."""
# clause: READY-3, TIMER-12
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()

def queued():
    log("queued")
    timer.cancel()

timer = loop.call_later(0.125, log, "timer")
loop.call_soon(queued)
loop.call_later(1, loop.stop)
pause(0.5)
loop.run_forever()
loop.close()

# trace 3.8..
#    500  queued
