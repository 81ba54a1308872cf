"""A child that fails in its eager step cancels the body of its group at the next suspension."""
# clause: EAGER-13
# level: defacto
# needs: 3.12
# ops: tasks
# divergence: TASK-09
import asyncio
from scenario import log


async def boom():
    raise ValueError


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom())
            log("body goes on")
            await asyncio.sleep(0)
            log("body was not cancelled")
    except ExceptionGroup as error:
        log("group", [type(one).__name__ for one in error.exceptions])
    except asyncio.CancelledError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.12..
#      0  body goes on
#      0  group ['ValueError']
