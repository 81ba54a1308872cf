"""A child that cancels the task awaiting it is thereby cancelled itself, at its next suspension."""
# clause: TASK-18, TASK-20
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child(parent):
    log(parent.cancel())
    try:
        await asyncio.sleep(1)
    finally:
        log("child ends")


async def parent():
    task = asyncio.create_task(child(asyncio.current_task()))
    try:
        await task
    finally:
        log("parent ends", task.cancelled())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  child ends
#      0  parent ends True
#      0  True
