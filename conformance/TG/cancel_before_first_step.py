"""A parent that is cancelled before its first step never enters the group."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def parent():
    log("enters")
    async with asyncio.TaskGroup():
        pass


async def main():
    task = asyncio.create_task(parent())
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#      0  True
