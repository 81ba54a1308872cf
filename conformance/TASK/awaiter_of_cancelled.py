"""Who awaits a cancelled task is given the exception that left its coroutine from 3.11, before a new one with that as context."""
# clause: TASK-28
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log

raised = []


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        raised.append(error)
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel("why")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error.args, error is raised[0], error.__context__ is raised[0])


asyncio.run(main())

# trace 3.9..3.10
#      0  () False True

# trace 3.11..
#      0  ('why',) True False
