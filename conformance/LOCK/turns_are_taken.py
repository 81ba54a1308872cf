"""Tasks that hold a lock across a suspension take turns."""
# clause: LOCK-2, LOCK-4
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, lock):
    for turn in range(3):
        async with lock:
            log(name, turn)
            await asyncio.sleep(0)


async def main():
    lock = asyncio.Lock()
    await asyncio.wait([asyncio.create_task(job(name, lock)) for name in "ab"])


asyncio.run(main())

# trace 3.8..
#      0  a 0
#      0  b 0
#      0  a 1
#      0  b 1
#      0  a 2
#      0  b 2
