"""A waiter whose timeout fires in the pass of the release loses no permit: it has it, or it is free."""
# clause: SEM-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    try:
        async with asyncio.timeout(0.25):
            await semaphore.acquire()
            return True
    except TimeoutError:
        return False


async def main():
    semaphore = asyncio.Semaphore(0)
    asyncio.get_running_loop().call_later(0.25, semaphore.release)
    task = asyncio.create_task(job(semaphore))
    acquired = await task
    log(acquired != (not semaphore.locked()))
    if acquired:
        semaphore.release()
    log(await semaphore.acquire(), semaphore.locked())


asyncio.run(main())

# trace 3.11..
#    250  True
#    250  True True
