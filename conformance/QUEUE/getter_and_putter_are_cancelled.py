"""Cancelled getters and putters leave a queue that works as if they had not been."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    getters = [asyncio.create_task(queue.get()) for turn in range(3)]
    await asyncio.sleep(0)
    for task in getters:
        task.cancel()
    await asyncio.wait(getters)
    await queue.put("a")
    putters = [asyncio.create_task(queue.put(item)) for item in "xyz"]
    await asyncio.sleep(0)
    for task in putters:
        task.cancel()
    await asyncio.wait(putters)
    log(await queue.get(), queue.empty())
    await queue.put("b")
    log(await queue.get(), queue.empty())


asyncio.run(main())

# trace 3.8..
#      0  a True
#      0  b True
