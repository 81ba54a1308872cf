"""A consumer that asks until QueueShutDown gets all items and ends."""
# clause: QUEUE-9
# level: documented
# needs: 3.13
# ops: tasks
import asyncio
from scenario import log


async def consumer(queue):
    try:
        while True:
            log(await queue.get())
            await asyncio.sleep(0.125)
    except asyncio.QueueShutDown:
        log("end")


async def main():
    queue = asyncio.Queue(1)
    task = asyncio.create_task(consumer(queue))
    for item in range(3):
        await queue.put(item)
    queue.shutdown()
    await task


asyncio.run(main())

# trace 3.13..
#      0  0
#    125  1
#    250  2
#    375  end
