"""A cancelled child ends the outer by CancelledError without cancelling it, and leaves the other children alone."""
# clause: GATHER-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    log("child goes on")


async def main():
    task = asyncio.create_task(child())
    other = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.gather(task, other)
    await asyncio.sleep(0.125)
    other.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError, outer cancelled:", outer.cancelled())
    log(type(outer.exception()).__name__)
    await task


asyncio.run(main())

# trace 3.8..
#    125  CancelledError, outer cancelled: False
#    125  CancelledError
#    250  child goes on
