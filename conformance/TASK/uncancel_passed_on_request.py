"""A cancel that has reached what the task awaits is not withdrawn."""
# clause: TASK-31
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(0.125)
        log("slept")
    except asyncio.CancelledError:
        log("cancelled")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    log(task.uncancel())
    await task


asyncio.run(main())

# trace 3.11..
#      0  0
#      0  cancelled
