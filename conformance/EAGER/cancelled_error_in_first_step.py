"""A coroutine that raises CancelledError in its eager step gives a cancelled task."""
# clause: EAGER-6, TASK-26
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise asyncio.CancelledError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log(task.done(), task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  True True
