"""A callback may release a permit, and nobody need have acquired it."""
# clause: SEM-6, SEM-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    semaphore = asyncio.Semaphore(0)
    for delay in (0.25, 0.125):
        asyncio.get_running_loop().call_later(delay, semaphore.release)
    for turn in range(2):
        await semaphore.acquire()
        log(turn)


asyncio.run(main())

# trace 3.8..
#    125  0
#    250  1
