"""A coroutine that a task is running cannot be awaited elsewhere."""
# clause: TASK-39
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(0.125)
    return "result"


async def main():
    coroutine = job()
    task = asyncio.create_task(coroutine)
    await asyncio.sleep(0)
    try:
        await coroutine
    except RuntimeError as error:
        # The text is the clause.
        log(error)
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  coroutine is being awaited already
#    125  result
