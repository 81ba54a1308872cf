"""A permit goes on past every waiter that is cancelled in its turn."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    for task in tasks[:3]:
        task.cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  d
#      0  [True, True, True, False] False
