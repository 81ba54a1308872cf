"""PriorityQueue and LifoQueue are shut down as Queue is, and are drained in their own order."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def main():
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind()
        for item in (2, 1, 3):
            queue.put_nowait(item)
        queue.shutdown()
        try:
            while True:
                log(await queue.get())
        except asyncio.QueueShutDown as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.13..
#      0  1
#      0  2
#      0  3
#      0  QueueShutDown
#      0  3
#      0  1
#      0  2
#      0  QueueShutDown
