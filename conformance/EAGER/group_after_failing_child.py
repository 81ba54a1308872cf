"""After a child that failed eagerly the group takes another one from late 3.13, and refuses it before."""
# clause: EAGER-13
# level: defacto
# needs: 3.12
# ops: tasks
# divergence: TASK-09
import asyncio
from scenario import log


async def boom():
    raise ValueError


async def other():
    log("other runs")
    await asyncio.sleep(1)
    log("other was not cancelled")


async def body(coroutine):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom())
            group.create_task(coroutine)
            log("body ends")
    except BaseException as error:
        log(type(error).__name__, [type(one).__name__ for one in getattr(error, "exceptions", ())])


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    coroutine = other()
    task = asyncio.create_task(body(coroutine))
    await asyncio.wait([task])
    log(task.cancelled())
    coroutine.close()


asyncio.run(main())

# trace 3.12
#      0  ExceptionGroup ['ValueError', 'RuntimeError']
#      0  True

# trace 3.13.0
#      0  ExceptionGroup ['ValueError', 'RuntimeError']
#      0  False

# trace 3.13.18..
#      0  other runs
#      0  body ends
#      0  ExceptionGroup ['ValueError']
#      0  False
