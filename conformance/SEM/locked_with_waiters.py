"""From 3.10 a semaphore is locked as long as it has waiters, though a permit is free."""
# clause: SEM-4
# level: documented
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
    semaphore.release()
    log("main", semaphore.locked())
    await task


asyncio.run(main())

# trace 3.8..3.9
#      0  main False
#      0  job False

# trace 3.10..
#      0  main True
#      0  job False
