"""A loop with nothing but an infinite timer waits for a wake-up like an idle one."""
# clause: TIMER-23
# level: defacto
# ops: threads
# divergence: TIMER-09
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()

def elsewhere():
    pause(0.25)
    loop.call_soon_threadsafe(loop.stop)

loop.call_later(float("inf"), log, "never")
thread = start_thread(elsewhere)
loop.run_forever()
log("stopped")
thread.join()
loop.close()

# trace 3.8..
#    250  stopped
