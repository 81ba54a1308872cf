"""A StopIteration that leaves a coroutine becomes a RuntimeError whose cause it is."""
# clause: TASK-38
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    raise StopIteration("value")


async def main():
    task = asyncio.create_task(job())
    try:
        await task
    except RuntimeError as error:
        # The text is the clause.
        log(error)
        log(type(error.__cause__).__name__, error.__cause__.args)


asyncio.run(main())

# trace 3.8..
#      0  coroutine raised StopIteration
#      0  StopIteration ('value',)
