"""A holder that is cancelled inside async with releases the lock on its way out."""
# clause: LOCK-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def holder(lock):
    async with lock:
        await asyncio.sleep(10)


async def job(lock):
    async with lock:
        log("job")


async def main():
    lock = asyncio.Lock()
    one = asyncio.create_task(holder(lock))
    two = asyncio.create_task(job(lock))
    await asyncio.sleep(0.125)
    one.cancel()
    await two
    log(one.cancelled(), lock.locked())


asyncio.run(main())

# trace 3.8..
#    125  job
#    125  True False
