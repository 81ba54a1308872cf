"""A waiter that is cancelled has the lock when CancelledError leaves wait."""
# clause: COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await condition.wait()
        except asyncio.CancelledError:
            log("cancelled", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), condition.locked())


asyncio.run(main())

# trace 3.8..
#      0  cancelled True
#      0  True False
