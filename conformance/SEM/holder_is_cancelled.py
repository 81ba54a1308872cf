"""A holder that is cancelled inside async with gives its permit back."""
# clause: SEM-9
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        log(name)
        await asyncio.sleep(1)


async def main():
    semaphore = asyncio.Semaphore(1)
    tasks = [asyncio.create_task(job(name, semaphore)) for name in "ab"]
    await asyncio.sleep(0.125)
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log(semaphore.locked())


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  b
#   1125  False
