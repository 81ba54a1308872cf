"""The count of cancellations at entry is what the block compares with."""
# clause: TMO-9
# level: defacto
# needs: 3.12
# ops: tasks
# 3.11 came to this in a patch release.
# A task that is being cancelled already can use the block for its cleaning up.
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("cancelled", asyncio.current_task().cancelling())
        try:
            async with asyncio.timeout(0.25):
                await asyncio.sleep(5)
        except TimeoutError:
            log("TimeoutError", asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.12..
#    125  cancelled 1
#    375  TimeoutError 1
#    375  True
