"""A waiter that is cancelled in the step in which the last party arrives ends cancelled; the others are let through."""
# clause: BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(barrier.wait()) for turn in range(2)]
    await asyncio.sleep(0)
    tasks[0].cancel()
    log(await barrier.wait())
    await asyncio.wait(tasks)
    log([task.cancelled() for task in tasks], barrier.n_waiting, barrier.broken)


asyncio.run(main())

# trace 3.11..
#      0  2
#      0  [True, False] 0 False
