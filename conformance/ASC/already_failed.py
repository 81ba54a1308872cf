"""Items of awaitables that had failed or were cancelled before the call raise."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    for prepare in ("fail", "cancel"):
        future = loop.create_future()
        if prepare == "fail":
            future.set_exception(ValueError())
        else:
            future.cancel()
        for item in asyncio.as_completed([future]):
            try:
                await item
            except (ValueError, asyncio.CancelledError) as error:
                log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  CancelledError
