"""qsize, empty and full say what is in the queue at that moment."""
# clause: QUEUE-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(2)
    log(queue.qsize(), queue.empty(), queue.full())
    await queue.put("a")
    log(queue.qsize(), queue.empty(), queue.full())
    await queue.put("b")
    log(queue.qsize(), queue.empty(), queue.full())
    await queue.get()
    log(queue.qsize(), queue.empty(), queue.full())
    log(queue.maxsize)


asyncio.run(main())

# trace 3.8..
#      0  0 True False
#      0  1 False False
#      0  2 False True
#      0  1 False False
#      0  2
