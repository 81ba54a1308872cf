"""Where a woken getter is cancelled and no other waits, the item stays in the queue."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
# divergence: SYNC-05
import asyncio
from scenario import log


async def getter(queue):
    log("never", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), queue.qsize(), await queue.get())


asyncio.run(main())

# trace 3.8..
#      0  True 1 item
