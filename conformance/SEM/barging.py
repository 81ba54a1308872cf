"""Who asks between a release and the turn of the woken waiter gets the permit before it on 3.8, and after it from 3.9."""
# clause: SEM-2
# level: defacto
# ops: tasks
# divergence: SYNC-01
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        log(name)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    task = asyncio.create_task(job("waiter", semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    async with semaphore:
        log("main")
    await task


asyncio.run(main())

# trace 3.8
#      0  main
#      0  waiter

# trace 3.9..
#      0  waiter
#      0  main
