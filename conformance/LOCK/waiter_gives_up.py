"""A waiter that gives up after a timeout leaves the line."""
# clause: LOCK-5
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
    try:
        await asyncio.wait_for(lock.acquire(), 0.25)
    except asyncio.TimeoutError:
        log("gave up", lock.locked())
    task = asyncio.create_task(job("job", lock))
    await asyncio.sleep(0)
    lock.release()
    await task


asyncio.run(main())

# trace 3.8..
#    250  gave up True
#    250  job
