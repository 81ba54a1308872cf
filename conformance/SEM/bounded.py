"""A bounded semaphore refuses a release above its initial value with ValueError."""
# clause: SEM-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.BoundedSemaphore(2)
    try:
        semaphore.release()
    except ValueError as error:
        log(type(error).__name__)
    await semaphore.acquire()
    semaphore.release()
    try:
        semaphore.release()
    except ValueError as error:
        log(type(error).__name__)
    await semaphore.acquire()
    await semaphore.acquire()
    log(semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  ValueError
#      0  True
