"""Waiters that are cancelled do not make a semaphore locked."""
# clause: SEM-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()


async def main():
    semaphore = asyncio.Semaphore(0)
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    task.cancel()
    log(semaphore.locked())
    semaphore.release()
    log(semaphore.locked())
    log(await semaphore.acquire(), task.done())
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  False
#      0  True False
