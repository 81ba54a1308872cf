"""A task that takes and gives a permit over and over starves waiters on 3.8 only."""
# clause: SEM-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    async with semaphore:
        log("job")


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    for turn in range(3):
        async with semaphore:
            log("main", turn)
            await asyncio.sleep(0)
    await task


asyncio.run(main())

# trace 3.8
#      0  main 0
#      0  main 1
#      0  main 2
#      0  job

# trace 3.9..
#      0  job
#      0  main 0
#      0  main 1
#      0  main 2
