"""A task cancelled while its next step is queued after a bare yield is given CancelledError there."""
# clause: TASK-19
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(0)
        log("not cancelled")
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  cancelled
#      0  True
