"""A cancellation of the parent in the pass in which the last child ends is not lost."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def child(future):
    await future


async def parent(future):
    async with asyncio.TaskGroup() as group:
        group.create_task(child(future))
    log("block ends")
    await asyncio.sleep(0)
    log("goes on")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(parent(future))
    await asyncio.sleep(0.125)
    future.set_result(None)
    loop.call_soon(task.cancel)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  True
