"""close() is refused while the loop runs, and the run goes on."""
# clause: STOP-17
# level: documented
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def close():
    try:
        loop.close()
    except RuntimeError as error:
        log(type(error).__name__)
    log("closed", loop.is_closed())


loop.call_soon(close)
loop.call_later(0.25, loop.stop)
loop.run_forever()
log("stopped")
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  closed False
#    250  stopped
