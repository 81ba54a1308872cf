"""A result comes through ten coroutines in one pass."""
# clause: TASK-6
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def nested(depth, future):
    if depth == 0:
        return await future
    return await nested(depth - 1, future) + 1


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(nested(10, future))
    await asyncio.sleep(0)
    future.set_result(0)
    loop.call_soon(tick, loop, 1)
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  10
#      0  tick 2
#      0  tick 3
