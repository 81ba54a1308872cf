"""A child that answers the cancellation by another exception ends the outer by it."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    outer = asyncio.gather(child(), asyncio.sleep(5))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except ValueError:
        log("ValueError", outer.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  ValueError False
