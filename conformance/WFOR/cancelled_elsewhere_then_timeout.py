"""A future that is cancelled just before the timeout, in the same pass, raises CancelledError up to 3.11, and TimeoutError from 3.12."""
# clause: WFOR-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, future.cancel)
    try:
        await asyncio.wait_for(future, 0.375)
    except (asyncio.CancelledError, asyncio.TimeoutError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..3.11
#    625  CancelledError

# trace 3.12..
#    625  TimeoutError
