"""A release with waiters hands the permit over at once from 3.10; before, the semaphore is unlocked until the waiter runs."""
# clause: SEM-3
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()
    log("job", semaphore.locked())


async def main():
    semaphore = asyncio.Semaphore(0)
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    log("main", semaphore.locked())
    await task


asyncio.run(main())

# trace 3.8..3.9
#      0  main False
#      0  job True

# trace 3.10..
#      0  main True
#      0  job True
