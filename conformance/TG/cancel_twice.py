"""A second cancellation of the parent does not cancel the children again."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        log("cleans up")
        await asyncio.sleep(0.5)
        log("cleaned up")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except asyncio.CancelledError:
        log("CancelledError", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  cleans up
#    625  cleaned up
#    625  CancelledError 2
#    625  True
