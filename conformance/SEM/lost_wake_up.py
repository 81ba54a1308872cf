"""With two permits released and two waiters, both get one, also where the second came just before; one is stranded on 3.9."""
# clause: SEM-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    await semaphore.acquire()
    log(name)


async def main():
    semaphore = asyncio.Semaphore(1)
    await semaphore.acquire()
    tasks = [asyncio.create_task(job("a", semaphore))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(job("b", semaphore)))
    semaphore.release()
    semaphore.release()
    await asyncio.sleep(0.125)
    log([task.done() for task in tasks], semaphore.locked())
    semaphore.release()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8
#      0  b
#      0  a
#    125  [True, True] True

# trace 3.9
#      0  a
#    125  [True, False] False
#    125  b

# trace 3.10..
#      0  a
#      0  b
#    125  [True, True] True
