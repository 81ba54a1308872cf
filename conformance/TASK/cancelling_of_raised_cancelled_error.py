"""A CancelledError that the coroutine raises by itself is no request and is not counted."""
# clause: TASK-30, TASK-26
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise asyncio.CancelledError


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled(), task.cancelling())


asyncio.run(main())

# trace 3.11..
#      0  True 0
