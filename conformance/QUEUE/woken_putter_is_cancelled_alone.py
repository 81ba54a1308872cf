"""Where a woken putter is cancelled and no other waits, the slot is free and its item is not put."""
# clause: QUEUE-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    queue = asyncio.Queue(1)
    queue.put_nowait("first")
    task = asyncio.create_task(queue.put("never"))
    await asyncio.sleep(0)
    log(queue.get_nowait())
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), queue.empty())
    queue.put_nowait("main")
    log(queue.get_nowait())


asyncio.run(main())

# trace 3.8..
#      0  first
#      0  True True
#      0  main
