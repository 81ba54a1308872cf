"""A release in the step that cancelled the first waiter goes to the second."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    one = asyncio.create_task(job("a", semaphore))
    two = asyncio.create_task(job("b", semaphore))
    await asyncio.sleep(0)
    one.cancel()
    semaphore.release()
    await two
    log(one.cancelled(), semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  True False
