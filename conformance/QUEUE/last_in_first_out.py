"""The latest item comes out of a LifoQueue first."""
# clause: QUEUE-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.LifoQueue()
    for item in "abc":
        await queue.put(item)
    log(await queue.get())
    await queue.put("d")
    log([await queue.get() for turn in range(3)])


asyncio.run(main())

# trace 3.8..
#      0  c
#      0  ['d', 'b', 'a']
