"""run_forever inside a run of the same loop is refused."""
# clause: STOP-14
# level: defacto
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def again():
    try:
        loop.run_forever()
    except RuntimeError as error:
        log(type(error).__name__)
    loop.stop()


loop.call_soon(again)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  RuntimeError
