"""A second loop cannot be run in a thread in which a loop is running."""
# clause: STOP-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()


def nested():
    other.call_soon(log, "never called")
    other.call_soon(other.stop)
    try:
        other.run_forever()
    except RuntimeError as error:
        log(type(error).__name__)
    log("other is running", other.is_running())
    loop.stop()


loop.call_soon(nested)
loop.run_forever()
other.close()
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  other is running False
