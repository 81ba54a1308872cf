"""Cancelling the parent cancels body and children and leaves the block as CancelledError."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except asyncio.CancelledError:
        log("CancelledError", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  body cancelled
#    125  child cancelled
#    125  CancelledError 1
#    125  True
