"""From 3.13 a notification goes on past every waiter that is cancelled."""
# clause: COND-5
# level: defacto
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
    tasks[0].cancel()
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks])
    async with condition:
        condition.notify()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..3.12
#    125  [True, True, False]
#    125  c

# trace 3.13..
#      0  c
#    125  [True, True, True]
