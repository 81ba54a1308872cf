"""notify(n) wakes up n waiters, in the order of arrival."""
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
    tasks = [asyncio.create_task(job(name, condition)) for name in "abcd"]
    await asyncio.sleep(0)
    async with condition:
        condition.notify(2)
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks])
    async with condition:
        condition.notify(5)
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  b
#    125  [True, True, False, False]
#    125  c
#    125  d
