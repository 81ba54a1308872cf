"""acquire returns True without suspending as long as permits are left."""
# clause: SEM-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.Semaphore(2)
    asyncio.get_running_loop().call_soon(log, "tick")
    log(await semaphore.acquire(), semaphore.locked())
    log(await semaphore.acquire(), semaphore.locked())
    semaphore.release()
    log(semaphore.locked())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  True False
#      0  True True
#      0  False
#      0  tick
