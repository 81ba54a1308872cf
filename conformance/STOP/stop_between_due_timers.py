"""stop() called by the first of two overdue timers lets the second run: both are in the batch."""
# clause: STOP-4
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
loop.call_later(0.125, loop.stop)
loop.call_later(0.25, log, "second timer")
pause(0.5)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    500  second timer
#    500  stopped
