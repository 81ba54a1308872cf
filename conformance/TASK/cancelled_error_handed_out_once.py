"""The exception of a cancelled task is handed out once; afterwards it is a new one without message."""
# clause: TASK-29
# level: detail
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel("why")
    await asyncio.wait([task])
    for attempt in range(3):
        try:
            task.result()
        except asyncio.CancelledError as error:
            log(error.args)


asyncio.run(main())

# trace 3.11..
#      0  ('why',)
#      0  ()
#      0  ()
