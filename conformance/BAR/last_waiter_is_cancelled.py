"""Where the latest waiter was cancelled the indices are all different."""
# clause: BAR-3, BAR-4
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    barrier = asyncio.Barrier(3)
    tasks = [asyncio.create_task(barrier.wait()) for turn in range(2)]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.sleep(0)
    tasks += [asyncio.create_task(barrier.wait()) for turn in range(2)]
    await asyncio.wait(tasks)
    log([task.result() for task in tasks if not task.cancelled()])


asyncio.run(main())

# trace 3.11..
#      0  [0, 1, 2]
