"""The smallest item comes out of a PriorityQueue first."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.PriorityQueue()
    for item in (5, 3, 8, 1, 9, 2):
        await queue.put(item)
    log([await queue.get() for turn in range(3)])
    await queue.put(4)
    log([await queue.get() for turn in range(4)])


asyncio.run(main())

# trace 3.8..
#      0  [1, 2, 3]
#      0  [4, 5, 8, 9]
