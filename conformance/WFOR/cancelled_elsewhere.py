"""A future that somebody else cancels raises CancelledError, not TimeoutError."""
# clause: WFOR-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.125, future.cancel)
    try:
        await asyncio.wait_for(future, 5)
    except asyncio.CancelledError:
        log("CancelledError")
    await asyncio.sleep(0)
    log("the caller goes on")


asyncio.run(main())

# trace 3.8..
#    125  CancelledError
#    125  the caller goes on
