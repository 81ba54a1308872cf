"""Of two tasks that are made of one coroutine the second fails."""
# clause: TASK-39
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    coroutine = job()
    tasks = [asyncio.create_task(coroutine), asyncio.create_task(coroutine)]
    await asyncio.wait(tasks)
    log(tasks[0].result(), type(tasks[1].exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  result RuntimeError
