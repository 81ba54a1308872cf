"""A task that answers CancelledError with another exception fails with that."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        log(type(error).__name__, type(error.__context__).__name__, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  ValueError CancelledError False
