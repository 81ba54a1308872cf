"""A failure just before the expiry, in the same pass, has lost, too."""
# clause: TMO-12
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, future.set_exception, ValueError())
    try:
        async with asyncio.timeout(0.375):
            await future
    except (TimeoutError, ValueError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.11..
#    625  TimeoutError
