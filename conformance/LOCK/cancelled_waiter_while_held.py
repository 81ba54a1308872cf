"""A waiter that is cancelled while the lock is held wakes nobody."""
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
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    one.cancel()
    await asyncio.sleep(0.125)
    log(lock.locked(), two.done())
    lock.release()
    await two


asyncio.run(main())

# trace 3.8..
#    125  True False
#    125  b
