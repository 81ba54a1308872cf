"""What the coroutine raises is the exception of the task, and is raised where it is awaited."""
# clause: TASK-2
# level: documented
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def job():
    raise given


async def main():
    task = asyncio.create_task(job())
    try:
        await task
    except ValueError as error:
        log(error is given)
    log(task.exception() is given, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True False
