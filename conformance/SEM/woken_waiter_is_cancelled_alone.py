"""Where a woken waiter is cancelled and no other waits, its permit is free again; 3.9 gives it to nobody."""
# clause: SEM-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()


async def main():
    semaphore = asyncio.Semaphore(0)
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), semaphore.locked())
    asyncio.get_running_loop().call_later(0.25, semaphore.release)
    log(await semaphore.acquire())
    await asyncio.sleep(1)


asyncio.run(main())

# trace 3.8 3.10..
#      0  True False
#      0  True

# trace 3.9
#      0  True False
#    250  True
