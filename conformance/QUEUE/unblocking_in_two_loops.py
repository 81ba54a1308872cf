"""A queue in which nobody ever waited works in one loop after another."""
# clause: LOCK-9, QUEUE-12
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def first():
    queue = asyncio.Queue()
    await queue.put("a")
    await queue.put("b")
    log(await queue.get())
    return queue


async def second(queue):
    log(await queue.get())


asyncio.run(second(asyncio.run(first())))

# trace 3.8..
#      0  a
#      0  b
