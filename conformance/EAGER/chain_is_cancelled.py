"""Eager tasks that await each other are cancelled like others, hop by hop."""
# clause: EAGER-3, TASK-18
# level: documented
# needs: 3.12
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 4:
        loop.call_soon(tick, loop, number + 1)


async def job(depth, future):
    try:
        if depth:
            await asyncio.create_task(job(depth - 1, future))
        else:
            await future
    finally:
        log("leaves", depth)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    future = loop.create_future()
    task = asyncio.create_task(job(2, future))
    loop.call_soon(tick, loop, 1)
    task.cancel()
    log(future.cancelled())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  True
#      0  tick 1
#      0  leaves 0
#      0  tick 2
#      0  leaves 1
#      0  tick 3
#      0  leaves 2
#      0  tick 4
#      0  True
