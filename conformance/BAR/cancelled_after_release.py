"""A waiter that is cancelled after the barrier was released ends cancelled; the others are let through."""
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
    log(await barrier.wait())
    tasks[0].cancel()
    await asyncio.wait(tasks)
    log(tasks[0].cancelled(), tasks[1].result(), barrier.n_waiting, barrier.broken)


asyncio.run(main())

# trace 3.11..
#      0  2
#      0  True 1 0 False
