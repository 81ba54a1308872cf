"""A getter that gives up after a timeout takes no item."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    try:
        await asyncio.wait_for(queue.get(), 0.25)
    except asyncio.TimeoutError:
        log("gave up")
    queue.put_nowait("item")
    log(queue.qsize(), await asyncio.wait_for(queue.get(), 0.25))


asyncio.run(main())

# trace 3.8..
#    250  gave up
#    250  1 item
