"""The message of a cancel is the argument of the CancelledError in the task."""
# clause: TASK-27
# level: documented
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job():
    for attempt in range(4):
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as error:
            log(error.args)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    for cancel in (lambda: task.cancel("why"), lambda: task.cancel(msg="by name"),
                   lambda: task.cancel(), lambda: task.cancel(None)):
        cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    await task


asyncio.run(main())

# trace 3.9..
#      0  ('why',)
#      0  ('by name',)
#      0  ()
#      0  ()
