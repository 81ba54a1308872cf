"""An item that is put in the step that cancelled the first getter goes to the second."""
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
    one.cancel()
    queue.put_nowait("item")
    await two
    log(one.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  b item
#      0  True
