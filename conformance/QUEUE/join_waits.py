"""join waits until task_done was called for each item, not only until all are taken."""
# clause: QUEUE-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def worker(queue):
    for turn in range(3):
        item = await queue.get()
        await asyncio.sleep(1)
        log("done", item)
        queue.task_done()


async def main():
    queue = asyncio.Queue()
    for item in range(3):
        queue.put_nowait(item)
    task = asyncio.create_task(worker(queue))
    await queue.join()
    log("joined", queue.empty())
    await task


asyncio.run(main())

# trace 3.8..
#   1000  done 0
#   2000  done 1
#   3000  done 2
#   3000  joined True
