"""At zero acquire waits for a release."""
# clause: SEM-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.Semaphore(0)
    log(semaphore.locked())
    asyncio.get_running_loop().call_later(0.125, semaphore.release)
    log(await semaphore.acquire(), semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  True
#    125  True True
