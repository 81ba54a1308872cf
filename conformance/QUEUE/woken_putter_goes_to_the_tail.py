"""A woken putter that finds the queue full again waits behind the others, so arrival order is not kept."""
# clause: QUEUE-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def putter(item, queue):
    await queue.put(item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    tasks = [asyncio.create_task(putter(item, queue)) for item in (3, 4, 5)]
    await asyncio.sleep(0)
    items = [queue.get_nowait()]
    queue.put_nowait(2)
    await asyncio.sleep(0.125)
    for turn in range(4):
        items.append(queue.get_nowait())
        await asyncio.sleep(0.125)
    log(items)
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.8..
#    625  [1, 2, 4, 5, 3]
