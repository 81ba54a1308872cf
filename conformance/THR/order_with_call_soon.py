"""call_soon and call_soon_threadsafe share one queue: they run in the order of the calls."""
# clause: THR-1, READY-2
# level: documented
# ops: threads
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
loop.call_soon(log, "1 call_soon")
loop.call_soon_threadsafe(log, "2 call_soon_threadsafe")
loop.call_soon(log, "3 call_soon")
loop.call_soon_threadsafe(log, "4 call_soon_threadsafe")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  1 call_soon
#      0  2 call_soon_threadsafe
#      0  3 call_soon
#      0  4 call_soon_threadsafe
