"""A task that ended in its eager step has no coroutine any more."""
# clause: EAGER-8
# level: detail
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def ends():
    pass


async def suspends():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log(asyncio.create_task(ends()).get_coro())
    coroutine = suspends()
    task = asyncio.create_task(coroutine)
    log(task.get_coro() is coroutine)
    await task
    log(task.get_coro() is coroutine)


asyncio.run(main())

# trace 3.13..
#      0  None
#      0  True
#      0  True
