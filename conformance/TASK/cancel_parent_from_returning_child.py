"""A child that cancels the task awaiting it and returns is cancelled, and so is the parent."""
# clause: TASK-21, TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child(parent):
    parent.cancel()
    return "lost"


async def parent():
    return await asyncio.create_task(child(asyncio.current_task()))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
