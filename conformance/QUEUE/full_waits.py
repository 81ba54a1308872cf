"""put into a full queue waits until an item is taken."""
# clause: QUEUE-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    await queue.put("a")
    asyncio.get_running_loop().call_later(0.125, queue.get_nowait)
    await queue.put("b")
    log("put")
    log(await queue.get())


asyncio.run(main())

# trace 3.8..
#    125  put
#    125  b
