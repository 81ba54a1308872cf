"""A blocked putter raises though the queue is drained before it goes on."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def putter(queue):
    try:
        await queue.put("b")
    except asyncio.QueueShutDown as error:
        log(type(error).__name__)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("a")
    task = asyncio.create_task(putter(queue))
    await asyncio.sleep(0)
    queue.shutdown()
    log(queue.get_nowait())
    await task
    log(queue.empty())


asyncio.run(main())

# trace 3.13..
#      0  a
#      0  QueueShutDown
#      0  True
