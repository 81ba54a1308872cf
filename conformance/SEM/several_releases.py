"""So many releases wake up so many waiters."""
# clause: SEM-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    for turn in range(3):
        semaphore.release()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks])
    semaphore.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  b
#      0  c
#    125  [True, True, True, False]
#    125  d
