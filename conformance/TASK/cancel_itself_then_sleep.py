"""A task that cancels itself is given CancelledError when it next suspends, be it for sleep(0)."""
# clause: TASK-20
# level: defacto
# ops: tasks
# divergence: TASK-05
import asyncio
from scenario import log


async def job():
    log(asyncio.current_task().cancel())
    log("goes on")
    try:
        await asyncio.sleep(0)
        log("slept")
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  goes on
#      0  cancelled
#      0  True
