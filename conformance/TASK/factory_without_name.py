"""A task made by a factory and given no name is called None in 3.13."""
# clause: TASK-16
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    return asyncio.Task(coroutine, loop=loop, **keywords)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = loop.create_task(nothing())
    log(task.get_name().split("-")[0])
    await task


asyncio.run(main())

# trace 3.8..3.12 3.14..
#      0  Task

# trace 3.13
#      0  None
