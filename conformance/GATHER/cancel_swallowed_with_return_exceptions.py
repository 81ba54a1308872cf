"""A child that swallows the cancellation does not undo it with return_exceptions either."""
# clause: GATHER-10
# level: documented
# ops: tasks
# divergence: TASK-11
import asyncio
from scenario import log


async def swallow():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("swallowed")
    return "result"


async def main():
    outer = asyncio.gather(swallow(), swallow(), return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        log(await outer)
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  swallowed
#      0  swallowed
#      0  CancelledError
