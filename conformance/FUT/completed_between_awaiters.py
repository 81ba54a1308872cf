"""A future that is completed between the awaits of two tasks suspends the first and not the second."""
# clause: FUT-10, FUT-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(name, future):
    log(name, await future)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = asyncio.create_task(waiter("first", future))
    loop.call_soon(future.set_result, "result")
    second = asyncio.create_task(waiter("second", future))
    await first
    await second


asyncio.run(main())

# trace 3.8..
#      0  second result
#      0  first result
