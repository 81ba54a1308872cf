"""A coroutine runs in a task of its own up to 3.11 and in that of the caller from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    return asyncio.current_task()


async def main():
    task = await asyncio.wait_for(child(), 1)
    log(task is asyncio.current_task())
    task = await asyncio.wait_for(child(), None)
    log(task is asyncio.current_task())


asyncio.run(main())

# trace 3.8..3.11
#      0  False
#      0  True

# trace 3.12..
#      0  True
#      0  True
