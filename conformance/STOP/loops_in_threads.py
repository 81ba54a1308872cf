"""Loops run at the same time in different threads, each with its own timers and running loop."""
# clause: STOP-23, STOP-16
# level: documented
# ops: threads
import asyncio
from scenario import log, start_thread

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


def show(name, expected):
    log(name, asyncio.get_running_loop() is expected)
    expected.stop()


other.call_later(0.25, show, "other thread", other)
loop.call_later(0.5, show, "this thread", loop)
thread = start_thread(other.run_forever)
loop.run_forever()
thread.join()
other.close()
loop.close()

# trace 3.8..
#    250  other thread True
#    500  this thread True
