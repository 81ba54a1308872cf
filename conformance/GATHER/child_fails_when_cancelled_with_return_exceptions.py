"""With return_exceptions a child that answers by another exception does not hide the cancellation."""
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
    outer = asyncio.gather(child(), asyncio.sleep(5), return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", outer.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  CancelledError False
