"""A put between the last task_done and the turn of the joiner does not make it wait again."""
# clause: QUEUE-13
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def joiner(queue):
    await queue.join()
    log("joined", queue.qsize())


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("a")
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.get_nowait()
    queue.task_done()
    queue.put_nowait("b")
    await task


asyncio.run(main())

# trace 3.8..
#      0  joined 1
