"""Plain call_soon from another thread does not wake the poll: its callback waits for a timer's wake-up."""
# clause: THR-2
# level: detail
# ops: threads
import asyncio
from scenario import log, pause, start_thread

loop = asyncio.new_event_loop()


def wake():
    pass


def caller():
    pause(0.25)
    loop.call_soon(log, "queued by the thread")


loop.call_later(0.5, wake)
loop.call_later(0.75, loop.stop)
thread = start_thread(caller)
loop.run_forever()
thread.join()
loop.close()

# trace 3.8..
#    500  queued by the thread
