"""Waiters get permits in the order of their arrival."""
# clause: SEM-6
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        log(name)
        await asyncio.sleep(0.125)


async def main():
    semaphore = asyncio.Semaphore(1)
    await asyncio.wait([asyncio.create_task(job(name, semaphore)) for name in "abcd"])


asyncio.run(main())

# trace 3.8..
#      0  a
#    125  b
#    250  c
#    375  d
