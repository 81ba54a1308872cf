"""A call by another thread during a batch waits for the next pass, as call_soon does."""
# clause: THR-1, READY-4
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.call_soon(in_thread, loop.call_soon_threadsafe, log, "queued by the thread")
loop.call_soon(log, "rest of the batch")
loop.call_later(0.25, loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  rest of the batch
#      0  queued by the thread
