"""A waiter that waits again after it was notified comes behind the others."""
# clause: COND-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        for turn in range(2):
            await condition.wait()
            log(name, turn)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(job(name, condition)) for name in "ab"]
    for turn in range(4):
        await asyncio.sleep(0.125)
        async with condition:
            condition.notify()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    125  a 0
#    250  b 0
#    375  a 1
#    500  b 1
