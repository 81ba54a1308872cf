"""A coroutine that is awaited directly belongs to the task of its caller."""
# clause: TASK-32
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def direct():
    await asyncio.sleep(0)
    return asyncio.current_task()


async def main():
    log(await direct() is asyncio.current_task())
    task = asyncio.create_task(direct())
    log(await task is asyncio.current_task())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  False
