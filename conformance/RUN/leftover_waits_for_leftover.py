"""A left-over task that awaits another one is cancelled along with it, and both end."""
# clause: RUN-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    await asyncio.sleep(10)


async def outer(task):
    await task


async def main():
    one = asyncio.create_task(inner())
    two = asyncio.create_task(outer(one))
    await asyncio.sleep(0.125)
    return one, two


one, two = asyncio.run(main())
log(one.cancelled(), two.cancelled())

# trace 3.8..
#    125  True True
