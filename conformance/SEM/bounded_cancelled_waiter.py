"""A permit that went through a cancelled waiter of a bounded semaphore is counted once; 3.9 loses it."""
# clause: SEM-5, SEM-7
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()


async def main():
    semaphore = asyncio.BoundedSemaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    task.cancel()
    await asyncio.wait([task])
    try:
        semaphore.release()
    except ValueError as error:
        log(type(error).__name__)
    try:
        log(await asyncio.wait_for(semaphore.acquire(), 0.25))
    except asyncio.TimeoutError:
        log("never got it")


asyncio.run(main())

# trace 3.8 3.10..
#      0  ValueError
#      0  True

# trace 3.9
#      0  ValueError
#    250  never got it
