"""A cancellation of the outer reaches the children of a gather that is its child."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    inner = asyncio.gather(child("a"), child("b"))
    outer = asyncio.gather(inner, child("c"))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError", inner.done())


asyncio.run(main())

# trace 3.8..
#      0  a cancelled
#      0  b cancelled
#      0  c cancelled
#      0  CancelledError True
