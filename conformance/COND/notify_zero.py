"""notify(0) wakes up nobody."""
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
        condition.notify(0)
    await asyncio.sleep(0.125)
    log(task.done())
    async with condition:
        condition.notify(1)
    await task


asyncio.run(main())

# trace 3.8..
#    125  False
#    125  job
