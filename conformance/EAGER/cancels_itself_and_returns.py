"""A task that cancels itself in its eager step and returns is cancelled."""
# clause: EAGER-9
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel()
    return "lost"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log(task.done(), task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  True True
