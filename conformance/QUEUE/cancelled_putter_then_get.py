"""A slot that becomes free in the step that cancelled the first putter goes to the second."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
# divergence: SYNC-05
import asyncio
from scenario import log


async def putter(item, queue):
    await queue.put(item)
    log("put", item)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    one = asyncio.create_task(putter("a", queue))
    two = asyncio.create_task(putter("b", queue))
    await asyncio.sleep(0)
    one.cancel()
    log(queue.get_nowait())
    await two
    log(one.cancelled(), queue.get_nowait())


asyncio.run(main())

# trace 3.8..
#      0  first
#      0  put b
#      0  True b
