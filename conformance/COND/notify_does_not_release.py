"""A notified waiter goes on only when the lock is released."""
# clause: COND-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        await condition.wait()
        log("job")


async def main():
    condition = asyncio.Condition()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        await asyncio.sleep(1)
        log("main", condition.locked())
    await task


asyncio.run(main())

# trace 3.8..
#   1000  main True
#   1000  job
