"""A get_nowait may take the item before the woken getter, which then waits again."""
# clause: QUEUE-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def getter(queue):
    log("getter", await queue.get())


async def main():
    queue = asyncio.Queue()
    task = asyncio.create_task(getter(queue))
    await asyncio.sleep(0)
    queue.put_nowait("a")
    log("main", queue.get_nowait())
    await asyncio.sleep(0.125)
    log(task.done())
    queue.put_nowait("b")
    await task


asyncio.run(main())

# trace 3.8..
#      0  main a
#    125  False
#    125  getter b
