"""shutdown(immediate=True) makes blocked putters raise, though the queue is empty then."""
# clause: QUEUE-10
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def putter(item, queue):
    try:
        await queue.put(item)
    except asyncio.QueueShutDown as error:
        log(item, type(error).__name__)


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    tasks = [asyncio.create_task(putter(item, queue)) for item in "ab"]
    await asyncio.sleep(0)
    queue.shutdown(immediate=True)
    await asyncio.wait(tasks)
    log(queue.empty())
    await queue.join()
    log("joined")


asyncio.run(main())

# trace 3.13..
#      0  a QueueShutDown
#      0  b QueueShutDown
#      0  True
#      0  joined
