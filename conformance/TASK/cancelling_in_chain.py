"""Cancelling a task that awaits another one counts in both; one that is cancelled from below is not counted."""
# clause: TASK-30
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job(inner):
    await inner


async def main():
    inner = asyncio.create_task(job(asyncio.sleep(10)))
    middle = asyncio.create_task(job(inner))
    outer = asyncio.create_task(job(middle))
    await asyncio.sleep(0.125)
    middle.cancel()
    log(inner.cancelling(), middle.cancelling(), outer.cancelling())
    await asyncio.wait([outer])
    log(outer.cancelled(), outer.cancelling())


asyncio.run(main())

# trace 3.11..
#    125  1 1 0
#    125  True 0
