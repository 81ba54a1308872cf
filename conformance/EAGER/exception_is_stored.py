"""An exception of the eager step is stored in the task, and create_task returns."""
# clause: EAGER-6
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log("created", task.done())
    try:
        await task
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.12..
#      0  created True
#      0  ValueError
