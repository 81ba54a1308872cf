"""put into a free slot and get of an item do not suspend."""
# clause: QUEUE-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(2)
    asyncio.get_running_loop().call_soon(log, "tick")
    log(await queue.put("a"))
    await queue.put("b")
    log(await queue.get(), await queue.get())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  None
#      0  a b
#      0  tick
