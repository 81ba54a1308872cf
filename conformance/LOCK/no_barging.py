"""Who asks between the release and the turn of the woken waiter gets the lock after it."""
# clause: LOCK-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(job("waiter", lock))
    await asyncio.sleep(0)
    lock.release()
    async with lock:
        log("main")
    await task


asyncio.run(main())

# trace 3.8..
#      0  waiter
#      0  main
