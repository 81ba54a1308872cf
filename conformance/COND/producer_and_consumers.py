"""Consumers that wait for a predicate each get one of the values that a producer announces one by one."""
# clause: COND-2, COND-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def consumer(name, condition):
    async with condition:
        await condition.wait_for(lambda: values)
        log(name, values.pop(0))


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(consumer(name, condition)) for name in "abc"]
    await asyncio.sleep(0.125)
    for value in range(3):
        async with condition:
            values.append(value)
            condition.notify()
    await asyncio.wait(tasks)


values = []
asyncio.run(main())

# trace 3.8..
#    125  a 0
#    125  b 1
#    125  c 2
