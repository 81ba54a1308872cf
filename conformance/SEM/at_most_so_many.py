"""No more tasks than permits are inside."""
# clause: SEM-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name, semaphore):
    async with semaphore:
        inside.append(name)
        log(inside)
        await asyncio.sleep(0.125)
        inside.remove(name)


async def main():
    semaphore = asyncio.Semaphore(2)
    await asyncio.wait([asyncio.create_task(job(name, semaphore)) for name in "abcde"])


inside = []
asyncio.run(main())

# trace 3.8..
#      0  ['a']
#      0  ['a', 'b']
#    125  ['c']
#    125  ['c', 'd']
#    250  ['e']
