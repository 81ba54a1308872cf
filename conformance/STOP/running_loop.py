"""get_running_loop() gives the loop inside a run, and raises before and after it."""
# clause: STOP-16
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def show(when):
    try:
        log(when, asyncio.get_running_loop() is loop)
    except RuntimeError as error:
        log(when, type(error).__name__)


show("before")
loop.call_soon(show, "inside")
loop.call_soon(loop.stop)
loop.run_forever()
show("after")
loop.close()

# trace 3.8..
#      0  before RuntimeError
#      0  inside True
#      0  after RuntimeError
