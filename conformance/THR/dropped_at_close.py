"""A call by another thread that the last run did not reach is dropped by close()."""
# clause: THR-3, STOP-17
# level: defacto
# ops: threads
# divergence: SCHED-13
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.call_soon(loop.stop)
loop.run_forever()
in_thread(loop.call_soon_threadsafe, log, "never called")
loop.close()
log("closed")

# trace 3.8..
#      0  closed
