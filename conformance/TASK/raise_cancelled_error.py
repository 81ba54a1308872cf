"""A coroutine that raises CancelledError by itself ends its task as cancelled."""
# clause: TASK-26
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise asyncio.CancelledError


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
