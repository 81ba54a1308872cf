"""A producer and a slower consumer of a bounded queue go on in turn."""
# clause: QUEUE-1, QUEUE-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def producer(queue):
    for item in range(5):
        await queue.put(item)
        log("put", item)


async def consumer(queue):
    for turn in range(5):
        item = await queue.get()
        log("got", item)
        await asyncio.sleep(0.125)


async def main():
    queue = asyncio.Queue(2)
    await asyncio.wait([asyncio.create_task(producer(queue)), asyncio.create_task(consumer(queue))])


asyncio.run(main())

# trace 3.8..
#      0  put 0
#      0  put 1
#      0  got 0
#      0  put 2
#    125  got 1
#    125  put 3
#    250  got 2
#    250  put 4
#    375  got 3
#    500  got 4
