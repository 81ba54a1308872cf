"""A child that is cancelled before another fails, in one pass, wins."""
# clause: GATHER-8, GATHER-6
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    outer = asyncio.gather(a, b)
    b.cancel()
    a.set_exception(ValueError())
    try:
        await outer
    except (ValueError, asyncio.CancelledError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
