"""A task that cancels itself and raises ends with its exception."""
# clause: TASK-21
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel()
    raise ValueError


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled(), type(task.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  False ValueError
