"""A woken getter takes the item that is first when it runs, not the one whose put woke it."""
# clause: QUEUE-4, QUEUE-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(queue):
    log(await queue.get())


async def main():
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue, asyncio.Queue):
        queue = kind()
        task = asyncio.create_task(getter(queue))
        await asyncio.sleep(0)
        queue.put_nowait(2)
        queue.put_nowait(1)
        await task


asyncio.run(main())

# trace 3.8..
#      0  1
#      0  1
#      0  2
