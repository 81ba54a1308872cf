"""A getter that was woken for an item raises where shutdown(immediate=True) drops it before."""
# clause: QUEUE-10
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def getter(queue):
    try:
        log(await queue.get())
    except asyncio.QueueShutDown as error:
        log(type(error).__name__)


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    queue.shutdown(immediate=True)
    await task


asyncio.run(main())

# trace 3.13..
#      0  QueueShutDown
