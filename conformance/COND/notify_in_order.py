"""notify wakes up one waiter, in the order of arrival."""
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
    for task in tasks:
        async with condition:
            condition.notify()
        await asyncio.sleep(0.125)
        log([task.done() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  [True, False, False]
#    125  b
#    250  [True, True, False]
#    250  c
#    375  [True, True, True]
