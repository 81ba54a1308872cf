"""With nothing queued, no timer and no descriptor the run does not end: it waits for a wake-up."""
# clause: READY-13
# level: defacto
# ops: threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()

def elsewhere():
    pause(0.25)
    loop.call_soon_threadsafe(loop.stop)

loop.call_soon(log, "the last callback")
thread = start_thread(elsewhere)
loop.run_forever()
log("stopped")
thread.join()
loop.close()

# trace 3.8..
#      0  the last callback
#    250  stopped
