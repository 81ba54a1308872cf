"""A body that ends right after its child failed eagerly raises the group and is not cancelled, except in 3.12.1."""
# clause: EAGER-13
# level: defacto
# needs: 3.12
# ops: tasks
# divergence: TASK-09
import asyncio
from scenario import log


async def boom():
    raise ValueError


async def body():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(boom())
    except ExceptionGroup as error:
        log("group", [type(one).__name__ for one in error.exceptions])
    await asyncio.sleep(0)
    log("goes on", asyncio.current_task().cancelling())


async def main():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(body())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.12
#      0  group ['ValueError']
#      0  True

# trace 3.13..
#      0  group ['ValueError']
#      0  goes on 0
#      0  False
