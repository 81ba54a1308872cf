"""release may raise the value above its initial one."""
# clause: SEM-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.Semaphore(1)
    semaphore.release()
    semaphore.release()
    for turn in range(3):
        await semaphore.acquire()
        log(turn, semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  0 False
#      0  1 False
#      0  2 True
