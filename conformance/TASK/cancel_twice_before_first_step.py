"""Two cancels before the first step give one CancelledError, with the message of the last."""
# clause: TASK-23, TASK-28
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("never")


async def main():
    task = asyncio.create_task(job())
    task.cancel("first")
    task.cancel("last")
    try:
        await task
    except asyncio.CancelledError as error:
        log(error.args, task.cancelled())


asyncio.run(main())

# trace 3.9..3.10
#      0  () True

# trace 3.11..
#      0  ('last',) True
