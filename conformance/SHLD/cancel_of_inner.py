"""Cancelling the inner task cancels the outer future."""
# clause: SHLD-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    inner = asyncio.create_task(asyncio.sleep(5))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.125)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", outer.cancelled(), inner.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  CancelledError True True
