"""A task is a future, a coroutine is none."""
# clause: FUT-19
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def nothing():
    pass


async def main():
    coroutine = nothing()
    log(asyncio.isfuture(coroutine))
    task = asyncio.create_task(coroutine)
    log(asyncio.isfuture(task), isinstance(task, asyncio.Future))
    await task


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  True True
