"""Where a woken waiter is cancelled and no other waits, the lock is free."""
# clause: LOCK-5
# level: defacto
# ops: tasks
# divergence: SYNC-03
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
    lock.release()
    task.cancel()
    await asyncio.wait([task])
    log(lock.locked())
    await lock.acquire()
    log("main")


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  main
