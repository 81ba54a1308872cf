"""A waiter that is cancelled leaves, and the barrier is not broken."""
# clause: BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(2)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    log(barrier.n_waiting)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), barrier.n_waiting, barrier.broken)
    task = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    log(await barrier.wait(), await task)


asyncio.run(main())

# trace 3.11..
#      0  1
#      0  True 0 False
#      0  1 0
