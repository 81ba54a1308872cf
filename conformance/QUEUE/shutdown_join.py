"""After shutdown join waits until task_done was called for what is left."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def joiner(queue):
    await queue.join()
    log("joined")


async def main():
    queue = asyncio.Queue()
    queue.put_nowait("a")
    queue.put_nowait("b")
    task = asyncio.create_task(joiner(queue))
    await asyncio.sleep(0)
    queue.shutdown()
    for turn in range(2):
        await asyncio.sleep(0.125)
        log(await queue.get())
        queue.task_done()
    await task


asyncio.run(main())

# trace 3.13..
#    125  a
#    250  b
#    250  joined
