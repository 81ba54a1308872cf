"""Asynchronous iteration gives failed and cancelled ones without raising."""
# clause: ASC-3
# level: documented
# needs: 3.13
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    cancelled = loop.create_future()
    loop.call_later(0.125, failed.set_exception, ValueError())
    loop.call_later(0.25, cancelled.cancel)
    async for item in asyncio.as_completed([failed, cancelled]):
        if item.cancelled():
            log("cancelled")
        else:
            log(type(item.exception()).__name__)


asyncio.run(main())

# trace 3.13..
#    125  ValueError
#    250  cancelled
