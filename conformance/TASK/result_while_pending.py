"""Asking a pending task for its result or exception raises InvalidStateError."""
# clause: FUT-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(0)


async def main():
    task = asyncio.create_task(job())
    for ask in (task.result, task.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            log(type(error).__name__)
    await task


asyncio.run(main())

# trace 3.8..
#      0  InvalidStateError
#      0  InvalidStateError
