"""call_soon_threadsafe may be called by a callback of the loop itself."""
# clause: THR-1
# level: documented
# ops: threads
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def callback():
    loop.call_soon_threadsafe(log, "next pass")
    loop.call_soon_threadsafe(loop.stop)
    log("callback over")


loop.call_soon(callback)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  callback over
#      0  next pass
