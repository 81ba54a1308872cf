"""A putter that gives up after a timeout has put nothing, and counts for nothing."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    await queue.put("a")
    try:
        await asyncio.wait_for(queue.put("b"), 0.25)
    except asyncio.TimeoutError:
        log("gave up")
    log(queue.get_nowait(), queue.empty())
    queue.task_done()
    await queue.join()
    log("joined")


asyncio.run(main())

# trace 3.8..
#    250  gave up
#    250  a True
#    250  joined
