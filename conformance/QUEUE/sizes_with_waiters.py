"""Those who wait are not counted, and an item belongs to the queue until a woken getter takes it."""
# clause: QUEUE-4, QUEUE-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    log(queue.qsize(), queue.empty())
    queue.put_nowait("a")
    log(queue.qsize(), queue.full())
    await asyncio.sleep(0)
    log(queue.qsize(), getter.result())
    queue.put_nowait("b")
    putter = asyncio.create_task(queue.put("c"))
    await asyncio.sleep(0)
    log(queue.qsize())
    queue.get_nowait()
    log(queue.qsize(), queue.full())
    await putter
    log(queue.qsize())


asyncio.run(main())

# trace 3.8..
#      0  0 True
#      0  1 True
#      0  0 a
#      0  1
#      0  0 False
#      0  1
