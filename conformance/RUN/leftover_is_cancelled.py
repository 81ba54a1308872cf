"""A task that is left over is cancelled once."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    return task


task = asyncio.run(main())
log(task.cancelled())

# trace 3.8..
#    125  cancelled
#    125  True
