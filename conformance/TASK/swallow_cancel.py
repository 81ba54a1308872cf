"""A task that swallows CancelledError goes on and is not cancelled."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("swallowed")
    await asyncio.sleep(0.125)
    return "value"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(task.cancel())
    log(await task, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  swallowed
#    125  value False
