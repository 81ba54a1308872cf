"""run_until_complete inside a run of the same loop is refused, even for a finished future."""
# clause: STOP-14
# level: defacto
# ops: futures
import asyncio
from scenario import log

loop = asyncio.new_event_loop()


def again():
    future = loop.create_future()
    future.set_result(None)
    try:
        loop.run_until_complete(future)
    except RuntimeError as error:
        log(type(error).__name__)
    loop.stop()


loop.call_soon(again)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  RuntimeError
