"""A waiter that arrives while the last one is being woken comes after it, and is woken by its release."""
# clause: LOCK-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)
        await asyncio.sleep(0.125)


async def main():
    lock = asyncio.Lock()
    async with lock:
        first = asyncio.create_task(job("first", lock))
        await asyncio.sleep(0)
    second = asyncio.create_task(job("second", lock))
    await asyncio.wait([first, second])
    log(lock.locked())


asyncio.run(main())

# trace 3.8..
#      0  first
#    125  second
#    250  False
