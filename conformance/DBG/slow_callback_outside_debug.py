"""Outside debug mode nothing is said of slow callbacks."""
# clause: DBG-5
# level: documented
# ops: debug
import asyncio
from scenario import capture_logging, log, pause

loop = asyncio.new_event_loop()
capture_logging(log)
loop.slow_callback_duration = 0.125
loop.call_soon(pause, 0.25)
loop.call_soon(loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  stopped
