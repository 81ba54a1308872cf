"""A handle of call_soon_threadsafe can be cancelled before its turn."""
# clause: THR-1, READY-5
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
handle = in_thread(loop.call_soon_threadsafe, log, "never called")
loop.call_soon(log, "called")
loop.call_soon(loop.stop)
handle.cancel()
log("cancelled", handle.cancelled())
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled True
#      0  called
