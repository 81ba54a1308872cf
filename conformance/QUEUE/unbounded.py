"""A size of zero or below means unbounded: put never suspends and the queue is never full."""
# clause: QUEUE-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for maxsize in (0, -1):
        queue = asyncio.Queue(maxsize)
        asyncio.get_running_loop().call_soon(log, "tick")
        for item in range(100):
            await queue.put(item)
        log(queue.maxsize, queue.qsize(), queue.full())
        await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  0 100 False
#      0  tick
#      0  -1 100 False
#      0  tick
