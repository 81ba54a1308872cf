"""PriorityQueue and LifoQueue block as Queue does."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    for kind in (asyncio.PriorityQueue, asyncio.LifoQueue):
        queue = kind(1)
        loop = asyncio.get_running_loop()
        loop.call_later(0.125, queue.put_nowait, "a")
        log(await queue.get())
        await queue.put("b")
        loop.call_later(0.125, queue.get_nowait)
        await queue.put("c")
        log(queue.full(), await queue.get())


asyncio.run(main())

# trace 3.8..
#    125  a
#    250  True c
#    375  a
#    500  True c
