"""Two woken waiters are both cancelled; the next two get their permits."""
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
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "abcd"]
    await asyncio.sleep(0)
    semaphore.release()
    semaphore.release()
    tasks[1].cancel()
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  c
#      0  d
#      0  [True, True, False, False] True
