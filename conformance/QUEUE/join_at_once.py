"""join returns without suspending where nothing is unfinished."""
# clause: QUEUE-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue()
    asyncio.get_running_loop().call_soon(log, "tick")
    log(await queue.join())
    queue.put_nowait("item")
    queue.get_nowait()
    queue.task_done()
    log(await queue.join())
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  None
#      0  None
#      0  tick
