"""Any task may release a lock."""
# clause: LOCK-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(lock):
    lock.release()


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    await asyncio.create_task(job(lock))
    log(lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  False
