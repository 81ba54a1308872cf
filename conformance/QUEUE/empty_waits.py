"""get from an empty queue waits until an item is put."""
# clause: QUEUE-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    asyncio.get_running_loop().call_later(0.125, queue.put_nowait, "item")
    log(await queue.get())


asyncio.run(main())

# trace 3.8..
#    125  item
