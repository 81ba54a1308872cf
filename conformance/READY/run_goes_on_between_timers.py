"""A run does not end when its queue is empty: it waits for the timer and goes on."""
# clause: READY-13
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "queue is empty after this")
loop.call_later(0.25, log, "timer")
loop.call_later(0.5, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  queue is empty after this
#    250  timer
#    500  stopped
