"""run inside a callback is refused too."""
# clause: RUN-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def inner():
    log("never")


def callback():
    coroutine = inner()
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        log(type(error).__name__)
    coroutine.close()


loop = asyncio.new_event_loop()
loop.call_soon(callback)
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()

# trace 3.8..
#      0  RuntimeError
