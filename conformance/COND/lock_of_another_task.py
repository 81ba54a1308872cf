"""That somebody holds the lock is enough, whoever it is."""
# clause: COND-10, COND-1
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        await condition.wait()
        log("job")


async def holder(condition):
    async with condition:
        await asyncio.sleep(0.125)


async def main():
    condition = asyncio.Condition()
    one = asyncio.create_task(job(condition))
    two = asyncio.create_task(holder(condition))
    await asyncio.sleep(0)
    condition.notify()
    log("notified")
    await asyncio.wait([one, two])


asyncio.run(main())

# trace 3.8..
#      0  notified
#    125  job
