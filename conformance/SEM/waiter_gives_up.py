"""A waiter that gives up after a timeout takes no permit."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.Semaphore(0)
    try:
        await asyncio.wait_for(semaphore.acquire(), 0.25)
    except asyncio.TimeoutError:
        log("gave up")
    semaphore.release()
    log(semaphore.locked())
    log(await asyncio.wait_for(semaphore.acquire(), 0.25))


asyncio.run(main())

# trace 3.8..
#    250  gave up
#    250  False
#    250  True
