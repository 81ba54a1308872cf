"""The done callback of a task is a plain callback, and has no current task."""
# clause: TASK-32
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    task = asyncio.create_task(job())
    task.add_done_callback(lambda done: log(asyncio.current_task(), done is task))
    await task


asyncio.run(main())

# trace 3.8..
#      0  None True
