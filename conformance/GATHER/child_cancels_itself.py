"""A child that raises CancelledError by itself counts as cancelled."""
# clause: GATHER-8
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    raise asyncio.CancelledError


async def main():
    outer = asyncio.gather(child(), asyncio.sleep(0.125))
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", outer.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  CancelledError False
