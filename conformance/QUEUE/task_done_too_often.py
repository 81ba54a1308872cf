"""task_done beyond the number of puts is refused with ValueError."""
# clause: QUEUE-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    try:
        queue.task_done()
    except ValueError as error:
        log(type(error).__name__)
    queue.put_nowait("item")
    log(queue.task_done())
    try:
        queue.task_done()
    except ValueError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  ValueError
#      0  None
#      0  ValueError
