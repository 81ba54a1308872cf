"""A loop made in one thread can be run and closed in another."""
# clause: STOP-23
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.call_later(0.25, log, "timer")
loop.call_later(0.5, loop.stop)
in_thread(loop.run_forever)
log("stopped", loop.is_running())
in_thread(loop.close)
log("closed", loop.is_closed())

# trace 3.8..
#    250  timer
#    500  stopped False
#    500  closed True
