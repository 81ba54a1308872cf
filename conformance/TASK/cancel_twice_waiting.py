"""Two cancels of a waiting task give one CancelledError, with the message of the first."""
# clause: TASK-23
# level: defacto
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job():
    for attempt in range(2):
        try:
            await asyncio.sleep(0.125)
            log("slept")
        except asyncio.CancelledError as error:
            log(error.args)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel("first")
    task.cancel("second")
    await task


asyncio.run(main())

# trace 3.9..
#      0  ('first',)
#    125  slept
