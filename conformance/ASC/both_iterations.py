"""Plain and asynchronous iteration of one iterator share the items."""
# clause: ASC-3
# level: documented
# needs: 3.13
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    a.set_result("a")
    loop.call_later(0.125, b.set_result, "b")
    items = asyncio.as_completed([a, b])
    log(await next(items))
    async for item in items:
        log(item is b)


asyncio.run(main())

# trace 3.13..
#      0  a
#    125  True
