"""Asking a cancelled task for its result or exception raises CancelledError."""
# clause: TASK-28
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.CancelledError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
#      0  CancelledError
