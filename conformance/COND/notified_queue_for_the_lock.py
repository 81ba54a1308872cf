"""A notified waiter queues for the lock behind those who ask for it already."""
# clause: COND-11, COND-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(condition):
    async with condition:
        await condition.wait()
        log("job")


async def other(condition):
    async with condition:
        log("other")


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(job(condition))]
    await asyncio.sleep(0)
    async with condition:
        tasks.append(asyncio.create_task(other(condition)))
        await asyncio.sleep(0)
        condition.notify()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  other
#      0  job
