"""Cancelling returns True as long as the task is not done, however often, and then False."""
# clause: TASK-22
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    log(task.cancel(), task.cancel())
    await asyncio.wait([task])
    log(task.cancel())
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(task.cancel(), task.cancel())
    await asyncio.sleep(0)
    log(task.cancel(), task.cancel())
    await asyncio.wait([task])
    log(task.cancel())


asyncio.run(main())

# trace 3.8..
#      0  True True
#      0  False
#      0  True True
#      0  True True
#      0  False
