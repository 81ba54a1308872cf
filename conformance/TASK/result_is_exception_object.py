"""A task that returns an exception has it as its result."""
# clause: TASK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return ValueError("returned")


async def main():
    task = asyncio.create_task(job())
    log(type(await task).__name__, task.exception())


asyncio.run(main())

# trace 3.8..
#      0  ValueError None
