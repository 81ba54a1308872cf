"""A cancelled wait_for holds the lock when CancelledError leaves it, and does not ask its predicate again."""
# clause: COND-7, COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    def predicate():
        log("asked")
        return False

    async with condition:
        try:
            await condition.wait_for(predicate)
        except asyncio.CancelledError:
            log("cancelled", condition.locked())
            raise


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  asked
#      0  cancelled True
#      0  True
