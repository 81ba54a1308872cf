"""A body that awaits what somebody else cancels raises CancelledError, not TimeoutError."""
# clause: TMO-12
# level: defacto
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.cancel)
    try:
        async with asyncio.timeout(0.25) as block:
            await future
    except asyncio.CancelledError:
        log("CancelledError", block.expired())


asyncio.run(main())

# trace 3.11..
#    125  CancelledError False
