"""Cancelling the outer future leaves the inner task running."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    log("child goes on")
    return "result"


async def main():
    inner = asyncio.create_task(child())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0.125)
    log(outer.cancel(), outer.cancelled(), inner.done())
    log(await inner)


asyncio.run(main())

# trace 3.8..
#    125  True True False
#    250  child goes on
#    250  result
