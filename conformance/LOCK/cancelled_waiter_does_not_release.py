"""A waiter that is cancelled in async with runs no body and releases nothing."""
# clause: LOCK-11, LOCK-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(lock):
    async with lock:
        log("never")


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(job(lock))
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  True True
