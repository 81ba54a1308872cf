"""parties is what was asked for, n_waiting counts those who wait, and broken is false."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(3)
    log(barrier.parties, barrier.n_waiting, barrier.broken)
    tasks = []
    for turn in range(3):
        tasks.append(asyncio.create_task(barrier.wait()))
        await asyncio.sleep(0.125)
        log(barrier.parties, barrier.n_waiting, barrier.broken)
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.11..
#      0  3 0 False
#    125  3 1 False
#    250  3 2 False
#    375  3 0 False
