"""The single pass of a run stopped beforehand runs the timers that are due, and only those."""
# clause: STOP-2, STOP-4
# level: documented
# divergence: SCHED-03
import asyncio
from scenario import log, pause

loop = asyncio.new_event_loop()
loop.call_later(0.125, log, "due")
loop.call_later(0.5, log, "not due")
loop.call_later(8, loop.stop)
pause(0.25)
loop.stop()
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#    250  due
#    250  stopped
