"""A call by another thread before the run is the first thing that runs."""
# clause: THR-1
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
in_thread(loop.call_soon_threadsafe, log, "queued by the thread")
loop.call_soon(log, "queued here")
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  queued by the thread
#      0  queued here
#    250  stopped
