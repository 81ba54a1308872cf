"""A second cancellation reaches children that are still cleaning up."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("first")
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("second")
            raise


async def main():
    outer = asyncio.gather(child(), return_exceptions=True)
    await asyncio.sleep(0)
    log(outer.cancel())
    await asyncio.sleep(0.125)
    log(outer.cancel(), outer.done())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  first
#    125  True False
#    125  second
#    125  CancelledError
