"""With a timeout of zero TimeoutError has the CancelledError as its cause, too."""
# clause: WFOR-9
# level: detail
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    try:
        await asyncio.wait_for(future, 0)
    except asyncio.TimeoutError as error:
        log(type(error.__cause__).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
