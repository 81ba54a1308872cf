"""shutdown wakes up all blocked putters, which raise QueueShutDown; what was in the queue stays."""
# clause: QUEUE-9
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
    tasks = [asyncio.create_task(putter(item, queue)) for item in "abc"]
    await asyncio.sleep(0.125)
    queue.shutdown()
    await asyncio.wait(tasks)
    log(queue.qsize(), await queue.get())


asyncio.run(main())

# trace 3.13..
#    125  a QueueShutDown
#    125  b QueueShutDown
#    125  c QueueShutDown
#    125  1 first
