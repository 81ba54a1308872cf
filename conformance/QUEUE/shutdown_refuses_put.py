"""After shutdown every put raises QueueShutDown at once, also into a queue with room."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    for maxsize in (0, 1):
        queue = asyncio.Queue(maxsize)
        await queue.put("a")
        queue.shutdown()
        try:
            await queue.put("b")
        except asyncio.QueueShutDown as error:
            log(type(error).__name__)
        try:
            queue.put_nowait("b")
        except asyncio.QueueShutDown as error:
            log(type(error).__name__)
        log(queue.qsize())


asyncio.run(main())

# trace 3.13..
#      0  QueueShutDown
#      0  QueueShutDown
#      0  1
#      0  QueueShutDown
#      0  QueueShutDown
#      0  1
