"""A coroutine whose shield is cancelled before its first step runs all the same."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    outer = asyncio.shield(child())
    outer.cancel()
    await asyncio.sleep(0.125)
    log(outer.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  runs
#    125  True
