"""A notify without waiters is not remembered."""
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
    async with condition:
        condition.notify()
        condition.notify_all()
    task = asyncio.create_task(job(condition))
    await asyncio.sleep(0.125)
    log(task.done())
    async with condition:
        condition.notify()
    await task


asyncio.run(main())

# trace 3.8..
#    125  False
#    125  job
