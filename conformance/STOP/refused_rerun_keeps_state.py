"""A refused re-entry leaves the outer run as it was: running, and the thread's running loop."""
# clause: STOP-15, STOP-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def again():
    try:
        loop.run_forever()
    except RuntimeError as error:
        log(type(error).__name__)
    log("running", loop.is_running())
    try:
        log("running loop", asyncio.get_running_loop() is loop)
    except RuntimeError:
        log("no running loop")


loop.call_soon(again)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..3.12 3.13.18..
#      0  RuntimeError
#      0  running True
#      0  running loop True
#    250  stopped

# trace 3.13.0
#      0  RuntimeError
#      0  running False
#      0  no running loop
#    250  stopped
