"""The number of cancel requests rises with each cancel and falls with each uncancel."""
# clause: TASK-30
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    for attempt in range(2):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            pass


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(task.cancelling())
    task.cancel()
    log(task.cancelling())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel()
    log(task.cancelling())
    log(task.uncancel(), task.uncancel())
    await task
    log(task.cancelling())


asyncio.run(main())

# trace 3.11..
#      0  0
#      0  1
#      0  2
#      0  1 0
#      0  0
