"""A put of what cannot be compared with the other items raises what the comparison raises."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.PriorityQueue()
    queue.put_nowait(1)
    try:
        queue.put_nowait("text")
    except TypeError as error:
        log(type(error).__name__)
    log(queue.get_nowait())


asyncio.run(main())

# trace 3.8..
#      0  TypeError
#      0  1
