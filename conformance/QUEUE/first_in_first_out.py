"""Items come out of a Queue in the order in which they went in."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    for item in (3, 1, None, 2):
        await queue.put(item)
    log([await queue.get() for turn in range(4)])


asyncio.run(main())

# trace 3.8..
#      0  [3, 1, None, 2]
