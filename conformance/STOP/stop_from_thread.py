"""stop() from another thread does not wake the poll: the run goes on until a timer does."""
# clause: STOP-6
# level: defacto
# ops: threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()


def stopper():
    pause(0.25)
    loop.stop()


loop.call_later(0.5, log, "timer")
loop.call_later(8, loop.stop)
thread = start_thread(stopper)
loop.run_forever()
log("stopped")
thread.join()
loop.close()

# trace 3.8..
#    500  timer
#    500  stopped
