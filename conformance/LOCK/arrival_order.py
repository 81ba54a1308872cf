"""Waiters get the lock in the order of their arrival."""
# clause: LOCK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    async with lock:
        log(name)
        await asyncio.sleep(0.125)


async def main():
    lock = asyncio.Lock()
    await asyncio.wait([asyncio.create_task(job(name, lock)) for name in "abcd"])


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  b
#    250  c
#    375  d
