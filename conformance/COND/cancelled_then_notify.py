"""A notify in the step that cancelled the first waiter goes to the second."""
# clause: COND-9, COND-4
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
    tasks = [asyncio.create_task(job(name, condition)) for name in "ab"]
    await asyncio.sleep(0)
    async with condition:
        tasks[0].cancel()
        condition.notify()
    await asyncio.wait(tasks)
    log(tasks[0].cancelled())


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  True
