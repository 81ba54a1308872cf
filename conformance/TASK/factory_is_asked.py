"""A task factory makes the tasks of a loop, until it is set to None."""
# clause: TASK-15
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


def factory(loop, coroutine, **keywords):
    log("asked", loop is asyncio.get_running_loop())
    return asyncio.Task(coroutine, loop=loop, **keywords)


async def main():
    loop = asyncio.get_running_loop()
    log(loop.get_task_factory())
    loop.set_task_factory(factory)
    log(loop.get_task_factory() is factory)
    await asyncio.create_task(nothing())
    await asyncio.gather(nothing())
    loop.set_task_factory(None)
    await asyncio.create_task(nothing())
    log("not asked")


asyncio.run(main())

# trace 3.8..
#      0  None
#      0  True
#      0  asked True
#      0  asked True
#      0  not asked
