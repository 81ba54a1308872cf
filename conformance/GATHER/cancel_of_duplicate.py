"""A child given twice is asked to cancel twice, which is one cancellation."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("cancelled")
        await asyncio.sleep(0)
        log("cleaned up")
        raise


async def main():
    task = asyncio.create_task(child())
    outer = asyncio.gather(task, task)
    await asyncio.sleep(0)
    log(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  cancelled
#      0  cleaned up
#      0  CancelledError
