"""wait gives up the lock while it waits, and returns True holding it again."""
# clause: COND-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        log(await condition.wait(), condition.locked())


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    log(condition.locked())
    async with condition:
        condition.notify()
    await task
    log(condition.locked())


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  True True
#      0  False
