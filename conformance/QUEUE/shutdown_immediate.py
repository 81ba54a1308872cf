"""shutdown(immediate=True) drops what is in the queue; gets raise at once."""
# clause: QUEUE-10
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    for item in "abc":
        queue.put_nowait(item)
    queue.shutdown(immediate=True)
    log(queue.qsize(), queue.empty())
    for get in (queue.get_nowait, queue.task_done):
        try:
            get()
        except (asyncio.QueueShutDown, ValueError) as error:
            log(type(error).__name__)
    await queue.join()
    log("joined")


asyncio.run(main())

# trace 3.13..
#      0  0 True
#      0  QueueShutDown
#      0  ValueError
#      0  joined
