"""Refusing to run a second loop leaves the first one the running loop of the thread."""
# clause: STOP-15, STOP-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


def nested():
    try:
        other.run_forever()
    except RuntimeError as error:
        log(type(error).__name__)
    log("running", loop.is_running(), other.is_running())
    try:
        log("running loop", asyncio.get_running_loop() is loop)
    except RuntimeError:
        log("no running loop")


loop.call_soon(nested)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
other.close()
loop.close()

# trace 3.8..3.12 3.13.18..
#      0  RuntimeError
#      0  running True False
#      0  running loop True
#    250  stopped

# trace 3.13.0
#      0  RuntimeError
#      0  running True False
#      0  no running loop
#    250  stopped
