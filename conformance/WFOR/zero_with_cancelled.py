"""With a timeout of zero a future that is cancelled already raises CancelledError."""
# clause: WFOR-3
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    try:
        await asyncio.wait_for(future, 0)
    except (asyncio.CancelledError, asyncio.TimeoutError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
