"""A handle of call_soon_threadsafe can be cancelled by another thread before its turn."""
# clause: THR-1, READY-5
# level: documented
# ops: threads
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()


def callback():
    handle = loop.call_soon_threadsafe(log, "never called")
    in_thread(handle.cancel)
    log("cancelled", handle.cancelled())
    loop.call_soon(loop.stop)


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  cancelled True
