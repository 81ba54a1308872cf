"""In debug mode call_soon_threadsafe remains the way in for other threads, and call_soon that of the loop's own."""
# clause: DBG-2
# level: documented
# ops: threads, debug
import asyncio
from scenario import in_thread, log

loop = asyncio.new_event_loop()
loop.set_debug(True)


def callback():
    in_thread(loop.call_soon_threadsafe, log, "queued by the thread")
    loop.call_soon(log, "queued by the loop's thread")
    loop.call_soon(loop.stop)


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  queued by the thread
#      0  queued by the loop's thread
