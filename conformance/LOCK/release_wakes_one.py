"""release wakes up one waiter only."""
# clause: LOCK-2, LOCK-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    await lock.acquire()
    log(name)


async def main():
    lock = asyncio.Lock()
    await lock.acquire()
    one = asyncio.create_task(job("a", lock))
    two = asyncio.create_task(job("b", lock))
    await asyncio.sleep(0)
    lock.release()
    await asyncio.sleep(0.125)
    log(one.done(), two.done(), lock.locked())
    lock.release()
    await two


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  True False True
#    125  b
