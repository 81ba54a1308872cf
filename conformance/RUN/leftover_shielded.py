"""A task that main shielded is left over, and cancelled with the rest."""
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
    await asyncio.sleep(0)
    waiter = asyncio.ensure_future(asyncio.shield(task))
    await asyncio.sleep(0)
    waiter.cancel()
    return task


log(asyncio.run(main()).cancelled())

# trace 3.8..
#      0  cancelled
#      0  True
