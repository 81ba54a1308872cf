"""A stop() requested before a refused re-entry still ends the run with this pass."""
# clause: STOP-15, STOP-1
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def again():
    loop.stop()
    try:
        loop.run_forever()
    except RuntimeError as error:
        log(type(error).__name__)


loop.call_soon(again)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..3.12 3.13.18..
#      0  RuntimeError
#      0  stopped

# trace 3.13.0
#      0  RuntimeError
#    250  stopped
