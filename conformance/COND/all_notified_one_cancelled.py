"""Of waiters that were all notified, one that is cancelled takes nothing from the others."""
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
        condition.notify_all()
    tasks[1].cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], condition.locked())


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  c
#      0  [False, True, False] False
