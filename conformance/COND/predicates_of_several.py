"""Of several waiters those whose predicates are true go on, in the order of arrival."""
# clause: COND-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, low, condition):
    async with condition:
        await condition.wait_for(lambda: values[0] >= low)
        log(name)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(job("a", 2, condition)), asyncio.create_task(job("b", 1, condition)),
             asyncio.create_task(job("c", 2, condition))]
    for value in (1, 2):
        await asyncio.sleep(0.125)
        async with condition:
            values[0] = value
            condition.notify_all()
    await asyncio.wait(tasks)


values = [0]
asyncio.run(main())

# trace 3.8..
#    125  b
#    250  a
#    250  c
