"""call_soon_threadsafe from another thread wakes a poll that has nothing to wait for."""
# clause: THR-1
# level: documented
# ops: threads
# divergence: SCHED-15
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()


def caller():
    pause(0.25)
    loop.call_soon_threadsafe(log, "called")
    loop.call_soon_threadsafe(loop.stop)


thread = start_thread(caller)
loop.run_forever()
log("stopped")
thread.join()
loop.close()

# trace 3.8..
#    250  called
#    250  stopped
