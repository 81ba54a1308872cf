"""Where all unfinished items are dropped, join goes on."""
# clause: QUEUE-10
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
    await asyncio.sleep(0.125)
    queue.shutdown(immediate=True)
    await task


asyncio.run(main())

# trace 3.13..
#    125  joined
