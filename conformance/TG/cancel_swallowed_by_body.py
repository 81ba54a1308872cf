"""A body that swallows a cancellation from outside goes on, and its children do, too."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.5)
    log("child goes on")


async def parent():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("swallowed")
    log("block ends", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.25)
    task.cancel()
    await task
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    250  swallowed
#    500  child goes on
#    500  block ends 1
#    500  False
