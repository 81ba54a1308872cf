"""Cancelling a task in the middle of a chain cancels those it awaits and those that await it."""
# clause: TASK-18, FUT-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def link(name, inner):
    try:
        await inner
    except asyncio.CancelledError:
        log(name)
        raise


async def main():
    inner = asyncio.create_task(link("inner", asyncio.sleep(1)))
    middle = asyncio.create_task(link("middle", inner))
    outer = asyncio.create_task(link("outer", middle))
    await asyncio.sleep(0.125)
    middle.cancel()
    await asyncio.wait([outer])
    log(inner.cancelled(), middle.cancelled(), outer.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  inner
#    125  middle
#    125  outer
#    125  True True True
