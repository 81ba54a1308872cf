"""In debug mode, too, any thread may queue callbacks while the loop is not running."""
# clause: DBG-2
# level: documented
# ops: debug, threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)
in_thread(loop.call_soon, log, "queued before the run")
in_thread(loop.call_later, 0.125, log, "timer")
loop.call_later(0.25, loop.stop)
loop.run_forever()
in_thread(loop.call_soon, log, "queued between the runs")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued before the run
#    125  timer
#    250  queued between the runs
