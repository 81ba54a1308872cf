"""A task that awaits another which swallows the cancel is not cancelled."""
# clause: TASK-25
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("inner swallows")
        return "value"


async def outer(task):
    log("outer is given", await task)
    return "outer"


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    log(second.cancel())
    log(await second, second.cancelled(), first.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  inner swallows
#      0  outer is given value
#      0  outer False False
