"""Tuples in a PriorityQueue are compared as tuples are."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.PriorityQueue()
    for item in ((2, "b"), (1, "z"), (2, "a"), (1, "y")):
        queue.put_nowait(item)
    while not queue.empty():
        log(queue.get_nowait())


asyncio.run(main())

# trace 3.8..
#      0  (1, 'y')
#      0  (1, 'z')
#      0  (2, 'a')
#      0  (2, 'b')
