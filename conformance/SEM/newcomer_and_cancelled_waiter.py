"""A newcomer behind a woken waiter that is cancelled gets a permit; it is stranded on 3.9."""
# clause: SEM-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(0)
    tasks = [asyncio.create_task(job("a", semaphore))]
    await asyncio.sleep(0)
    semaphore.release()
    tasks.append(asyncio.create_task(job("newcomer", semaphore)))
    semaphore.release()
    tasks[0].cancel()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks], semaphore.locked())
    semaphore.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8 3.10..
#      0  newcomer
#    125  [True, True] False

# trace 3.9
#    125  [True, False] False
#    125  newcomer
