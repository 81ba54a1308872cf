"""A coroutine can be awaited once, a task again and again."""
# clause: TASK-39
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    coroutine = job()
    log(await coroutine)
    try:
        await coroutine
    except RuntimeError as error:
        # The text is the clause.
        log(error)
    task = asyncio.create_task(job())
    log(await task, await task)


asyncio.run(main())

# trace 3.8..
#      0  result
#      0  cannot reuse already awaited coroutine
#      0  result result
