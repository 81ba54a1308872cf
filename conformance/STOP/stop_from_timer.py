"""stop() called by a timer ends the run at the time of that timer."""
# clause: STOP-1
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_later(0.25, loop.stop)
loop.call_later(0.5, log, "too late")
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  stopped
