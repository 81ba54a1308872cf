"""A waiter that gives up after a timeout learns it when it has the lock again."""
# clause: COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        try:
            await asyncio.wait_for(condition.wait(), 0.25)
        except asyncio.TimeoutError:
            log("gave up", condition.locked())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0.125)
    async with condition:
        await asyncio.sleep(1)
    await task


asyncio.run(main())

# trace 3.8..
#   1125  gave up True
