"""A call by another thread during a callback goes behind what the callback queued before."""
# clause: THR-1, READY-2
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def callback():
    loop.call_soon(log, "1 queued by the callback")
    in_thread(loop.call_soon_threadsafe, log, "2 queued by the thread")
    loop.call_soon(log, "3 queued by the callback")
    loop.call_soon(loop.stop)


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  1 queued by the callback
#      0  2 queued by the thread
#      0  3 queued by the callback
