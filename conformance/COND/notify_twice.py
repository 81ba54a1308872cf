"""A second notify in the same step is for the second waiter."""
# clause: COND-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        await condition.wait()
        log(name)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(job(name, condition)) for name in "abc"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify()
        condition.notify()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks])
    async with condition:
        condition.notify()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  b
#    125  [True, True, False]
#    125  c
