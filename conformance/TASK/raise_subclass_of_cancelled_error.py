"""A subclass of CancelledError ends the task as cancelled, too."""
# clause: TASK-26
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Own(asyncio.CancelledError):
    pass


async def job():
    raise Own


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
