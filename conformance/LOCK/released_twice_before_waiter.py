"""A second release before the woken waiter has taken the lock is refused."""
# clause: LOCK-3, LOCK-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(lock):
    await lock.acquire()
    log("job")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(job(lock))
    await asyncio.sleep(0)
    lock.release()
    try:
        lock.release()
    except RuntimeError as error:
        log(type(error).__name__)
    await task


asyncio.run(main())

# trace 3.8..
#      0  RuntimeError
#      0  job
