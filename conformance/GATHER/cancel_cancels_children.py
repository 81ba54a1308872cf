"""Cancelling the outer cancels every child that is not done."""
# clause: GATHER-10
# level: documented
# ops: tasks
# divergence: TASK-11
import asyncio
from scenario import log


async def child(name, delay):
    try:
        await asyncio.sleep(delay)
        log(name, "done")
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    outer = asyncio.gather(child("a", 0.125), child("b", 5), child("c", 5))
    await asyncio.sleep(0.25)
    log(outer.cancel(), outer.done())
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  a done
#    250  True False
#    250  b cancelled
#    250  c cancelled
#    250  CancelledError
