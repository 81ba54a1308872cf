"""A getter that is cancelled after it was woken passes the wake-up on, and the item goes to the next one."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
# divergence: SYNC-05
import asyncio
from scenario import log


async def getter(name, queue):
    log(name, await queue.get())


async def main():
    queue = asyncio.Queue()
    one = asyncio.create_task(getter("a", queue))
    two = asyncio.create_task(getter("b", queue))
    await asyncio.sleep(0)
    queue.put_nowait("item")
    one.cancel()
    await asyncio.wait([one, two])
    log(one.cancelled(), queue.qsize())


asyncio.run(main())

# trace 3.8..
#      0  b item
#      0  True 0
