"""A cancel of a finished task is not counted, and what was counted stays."""
# clause: TASK-30
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(10)


async def nothing():
    pass


async def main():
    cancelled = asyncio.create_task(job())
    finished = asyncio.create_task(nothing())
    await asyncio.sleep(0)
    cancelled.cancel()
    await asyncio.wait([cancelled, finished])
    cancelled.cancel()
    finished.cancel()
    log(cancelled.cancelling(), finished.cancelling())


asyncio.run(main())

# trace 3.11..
#      0  1 0
