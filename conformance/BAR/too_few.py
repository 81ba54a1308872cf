"""With one party missing nobody is let through."""
# clause: BAR-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(barrier.wait()) for turn in range(2)]
    await asyncio.sleep(10)
    log([task.done() for task in tasks], barrier.n_waiting)
    log(await barrier.wait())
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.11..
#  10000  [False, False] 2
#  10000  2
