"""A put_nowait may take the slot before the woken putter."""
# clause: QUEUE-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def putter(queue):
    await queue.put("putter")
    log("put")


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    task = asyncio.create_task(putter(queue))
    await asyncio.sleep(0)
    log(queue.get_nowait())
    queue.put_nowait("main")
    await asyncio.sleep(0.125)
    log(task.done(), queue.get_nowait())
    await task
    log(queue.get_nowait())


asyncio.run(main())

# trace 3.8..
#      0  first
#    125  False main
#    125  put
#    125  putter
