"""A failure, a result and a cancellation in one pass come in their order."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a, b, c = [loop.create_future() for _ in range(3)]

    def complete():
        c.cancel()
        a.set_exception(ValueError())
        b.set_result("b")

    loop.call_soon(complete)
    for item in asyncio.as_completed([a, b, c]):
        try:
            log(await item)
        except (ValueError, asyncio.CancelledError) as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
#      0  ValueError
#      0  b
