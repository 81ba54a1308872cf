"""The exception of a task reaches its awaiter with the links that it had."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        raise ValueError from None


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except ValueError as error:
        log(type(error.__context__).__name__, error.__cause__, error.__suppress_context__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError None True
