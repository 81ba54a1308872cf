"""Between acquire and release nobody else has the lock, however often its holder suspends."""
# clause: LOCK-2
# level: documented
# ops: tasks
# divergence: SYNC-03
import asyncio
from scenario import log


async def job(name, lock):
    for turn in range(2):
        async with lock:
            log(name, "enters")
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            log(name, "leaves")


async def main():
    lock = asyncio.Lock()
    await asyncio.wait([asyncio.create_task(job(name, lock)) for name in "abc"])


asyncio.run(main())

# trace 3.8..
#      0  a enters
#      0  a leaves
#      0  b enters
#      0  b leaves
#      0  c enters
#      0  c leaves
#      0  a enters
#      0  a leaves
#      0  b enters
#      0  b leaves
#      0  c enters
#      0  c leaves
