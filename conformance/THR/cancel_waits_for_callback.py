"""Since 3.14 cancel() from another thread waits until the running callback is over."""
# clause: THR-4
# level: defacto
# ops: threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()
over = []


def callback():
    pause(0.5)
    over.append(True)


def canceller(handle):
    pause(0.25)
    handle.cancel()
    return bool(over)


handle = loop.call_soon_threadsafe(callback)
thread = start_thread(canceller, handle)
loop.call_soon(loop.stop)
loop.run_forever()
log("callback over when cancel returned:", thread.join())
log("cancelled", handle.cancelled())
loop.close()

# trace 3.8..3.13
#    500  callback over when cancel returned: False
#    500  cancelled True

# trace 3.14..
#    500  callback over when cancel returned: True
#    500  cancelled True
