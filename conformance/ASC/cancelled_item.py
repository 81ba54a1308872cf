"""The item of a cancelled awaitable raises CancelledError without cancelling the caller."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    cancelled = loop.create_future()
    other = loop.create_future()
    loop.call_later(0.125, cancelled.cancel)
    loop.call_later(0.25, other.set_result, "other")
    for item in asyncio.as_completed([other, cancelled]):
        try:
            log(await item)
        except asyncio.CancelledError:
            log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  CancelledError
#    250  other
