"""Cancelling the parent while the block waits cancels the children, and waits for them."""
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
        await asyncio.sleep(0.5)
        log("child ends")


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    625  child ends
#    625  CancelledError
#    625  True
