"""A child may cancel the outer that waits for it."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(get_outer):
    await asyncio.sleep(0)
    log(get_outer().cancel())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def main():
    outer = asyncio.gather(child(lambda: outer))
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  child cancelled
#      0  CancelledError
