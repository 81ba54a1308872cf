"""A waiter that was cancelled takes no notification from another."""
# clause: COND-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, condition):
    async with condition:
        await condition.wait_for(lambda: ready)
        log(name)


async def main():
    condition = asyncio.Condition()
    tasks = [asyncio.create_task(job(name, condition)) for name in "ab"]
    await asyncio.sleep(0)
    tasks[0].cancel()
    await asyncio.sleep(0.125)
    async with condition:
        ready.append(True)
        condition.notify()
    await asyncio.wait(tasks)


ready = []
asyncio.run(main())

# trace 3.8..
#    125  b
