"""A run that was stopped does not wait for its timers; the next one does."""
# clause: STOP-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def timer():
    log("timer")
    loop.stop()


loop.call_later(0.5, timer)
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped")
loop.run_forever()
loop.close()

# trace 3.8..
#      0  stopped
#    500  timer
