"""A cancellation from outside before the deadline leaves the block as CancelledError."""
# clause: TMO-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        async with asyncio.timeout(0.5) as block:
            await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("CancelledError", block.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.25)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    250  CancelledError False 1
#    250  True
