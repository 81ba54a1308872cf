"""What the coroutine returns is the result of the task."""
# clause: TASK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "value"


async def main():
    task = asyncio.create_task(job())
    log(await task, task.result(), task.exception(), task.done(), task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  value value None True False
