"""An item whose awaitable has been counted already takes no hop."""
# clause: ASC-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    items = list(asyncio.as_completed([a, b]))
    a.set_result("a")
    b.set_result("b")
    log(await items[0])
    loop.call_soon(log, "queued")
    log(await items[1])
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  b
#      0  queued
