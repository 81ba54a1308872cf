"""A getter that was woken for an item takes it although the queue is shut down meanwhile; the others raise."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def getter(name, queue):
    try:
        log(name, await queue.get())
    except asyncio.QueueShutDown as error:
        log(name, type(error).__name__)


async def main():
    queue = asyncio.Queue()
    tasks = [asyncio.create_task(getter(name, queue)) for name in "abc"]
    await asyncio.sleep(0)
    queue.put_nowait("item")
    queue.shutdown()
    await asyncio.wait(tasks)


asyncio.run(main())

# trace 3.13..
#      0  a item
#      0  b QueueShutDown
#      0  c QueueShutDown
