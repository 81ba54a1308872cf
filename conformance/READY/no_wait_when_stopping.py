"""When a stop was requested before the run its one poll does not wait for the timer."""
# clause: READY-8
# level: detail
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(1, log, "timer")
loop.stop()
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  stopped
