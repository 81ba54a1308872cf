"""After a waiter was cancelled two others can get the same index."""
# clause: BAR-3
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
    await asyncio.sleep(0)
    tasks += [asyncio.create_task(barrier.wait()) for turn in range(2)]
    await asyncio.wait(tasks)
    log([task.result() for task in tasks[1:]])


asyncio.run(main())

# trace 3.11..
#      0  [1, 1, 2]
