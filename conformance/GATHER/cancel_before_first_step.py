"""Children cancelled before their first step never run."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    outer = asyncio.gather(child(), child())
    log(outer.cancel())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
