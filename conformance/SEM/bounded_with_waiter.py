"""A second release before the woken waiter runs is too much for a bounded semaphore up to 3.9, and within its bound from 3.10."""
# clause: SEM-3
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()
    log("job", semaphore.locked())


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    try:
        semaphore.release()
        log("released")
    except ValueError as error:
        log(type(error).__name__)
    await task


asyncio.run(main())

# trace 3.8..3.9
#      0  ValueError
#      0  job True

# trace 3.10..
#      0  released
#      0  job False
