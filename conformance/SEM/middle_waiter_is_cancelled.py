"""A waiter that is cancelled leaves the line and takes no permit."""
# clause: SEM-5, SEM-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0.125)
    for turn in range(3):
        semaphore.release()
    await asyncio.wait(tasks)
    log(semaphore.locked())


asyncio.run(main())

# trace 3.8 3.10..
#    125  a
#    125  c
#    125  d
#    125  True

# trace 3.9
#    125  c
#    125  d
#    125  a
#    125  True
