"""A body that awaits a task which swallows its cancellation gets that task's result."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
    return "result"


async def main():
    task = asyncio.create_task(child())
    async with asyncio.timeout(0.25) as block:
        log(await task, block.expired())
    log(asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    750  result True
#    750  0
