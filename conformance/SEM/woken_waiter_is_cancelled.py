"""A waiter that is cancelled after it was woken gives its permit to the next one."""
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
    semaphore.release()
    one.cancel()
    await asyncio.wait([one, two])
    log(one.cancelled(), semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  b
#      0  True False
