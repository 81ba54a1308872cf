"""With return_exceptions the outer still raises CancelledError when it was cancelled."""
# clause: GATHER-10
# level: documented
# ops: tasks
# divergence: TASK-11
import asyncio
from scenario import log


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    outer = asyncio.gather(child("a"), child("b"), return_exceptions=True)
    await asyncio.sleep(0)
    log(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  a cancelled
#      0  b cancelled
#      0  CancelledError
