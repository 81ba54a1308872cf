"""put_nowait into a full queue raises QueueFull, and get_nowait from an empty one QueueEmpty."""
# clause: QUEUE-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty as error:
        log(type(error).__name__)
    log(queue.put_nowait("a"))
    try:
        queue.put_nowait("b")
    except asyncio.QueueFull as error:
        log(type(error).__name__)
    log(queue.get_nowait(), queue.empty())


asyncio.run(main())

# trace 3.8..
#      0  QueueEmpty
#      0  None
#      0  QueueFull
#      0  a True
