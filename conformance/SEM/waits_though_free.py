"""From 3.10 who asks while a waiter is being woken waits its turn, though a permit is free; 3.9 forgets it."""
# clause: SEM-2, SEM-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(semaphore):
    await semaphore.acquire()
    log("job")


async def main():
    semaphore = asyncio.Semaphore(0)
    task = asyncio.create_task(job(semaphore))
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    asyncio.get_running_loop().call_later(0.25, semaphore.release)
    await semaphore.acquire()
    log("main")
    await asyncio.sleep(1)
    log(task.done())


asyncio.run(main())

# trace 3.8
#      0  main
#      0  job
#   1000  True

# trace 3.9
#      0  job
#    250  main
#   1250  True

# trace 3.10..
#      0  job
#      0  main
#   1000  True
