"""The pass of stop() has collected its timers already, so one that was due still runs."""
# clause: STOP-4
# level: defacto
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
loop.call_later(0.125, log, "timer")
loop.call_soon(loop.stop)
pause(0.25)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  timer
#    250  stopped
