"""A future that is completed by a callback of another one costs one hop more."""
# clause: FUT-10, FUT-5
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 4:
        loop.call_soon(tick, loop, number + 1)


async def waiter(name, future):
    await future
    log(name, "resumed")


async def main():
    loop = asyncio.get_running_loop()
    first = loop.create_future()
    second = loop.create_future()
    first.add_done_callback(lambda done: second.set_result(None))
    tasks = [asyncio.create_task(waiter("second", second)),
             asyncio.create_task(waiter("first", first))]
    await asyncio.sleep(0)
    loop.call_soon(tick, loop, 1)
    first.set_result(None)
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  first resumed
#      0  tick 2
#      0  second resumed
#      0  tick 3
#      0  tick 4
