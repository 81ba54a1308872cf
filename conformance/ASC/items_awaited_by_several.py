"""Items that several tasks await are served in the order in which they began to wait."""
# clause: ASC-2
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(name, item):
    log(name, await item)


async def main():
    loop = asyncio.get_running_loop()
    futures = [loop.create_future() for _ in range(2)]
    first, second = asyncio.as_completed(futures)
    b = asyncio.create_task(wait_for_it("began first", second))
    a = asyncio.create_task(wait_for_it("began second", first))
    await asyncio.sleep(0)
    futures[0].set_result("completed first")
    await asyncio.sleep(0.125)
    futures[1].set_result("completed second")
    await a
    await b


asyncio.run(main())

# trace 3.8..
#      0  began first completed first
#    125  began second completed second
