"""Waiters, the task that releases and a newcomer get the permits in the order of arrival from 3.9."""
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
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "ab"]
    await asyncio.sleep(0)
    semaphore.release()
    tasks.append(asyncio.create_task(job("newcomer", semaphore)))
    async with semaphore:
        log("main")
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8
#      0  main
#      0  a
#      0  newcomer
#      0  b

# trace 3.9..
#      0  a
#      0  b
#      0  main
#      0  newcomer
