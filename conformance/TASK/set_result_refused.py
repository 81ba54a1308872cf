"""The result of a task cannot be set from outside."""
# clause: TASK-12
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "own"


async def main():
    task = asyncio.create_task(job())
    for tried in (lambda: task.set_result(1), lambda: task.set_exception(ValueError())):
        try:
            tried()
        except RuntimeError as error:
            log(type(error).__name__)
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  RuntimeError
#      0  RuntimeError
#      0  own
