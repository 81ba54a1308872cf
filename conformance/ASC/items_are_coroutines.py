"""The items of plain iteration are coroutines, one for each awaitable, whatever is done."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(3)]
    items = list(asyncio.as_completed(futures))
    log(len(items), [asyncio.iscoroutine(item) for item in items])
    futures[2].set_result("c")
    futures[0].set_result("a")
    log(await items[0])
    futures[1].set_result("b")
    log(await items[1])
    log(await items[2])


asyncio.run(main())

# trace 3.8..
#      0  3 [True, True, True]
#      0  c
#      0  a
#      0  b
