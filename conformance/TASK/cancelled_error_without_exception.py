"""A task that cancelled itself and returned gives the message with every call of result."""
# clause: TASK-29
# level: detail
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel("why")


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    for attempt in range(3):
        try:
            task.result()
        except asyncio.CancelledError as error:
            log(error.args)


asyncio.run(main())

# trace 3.9..
#      0  ('why',)
#      0  ('why',)
#      0  ('why',)
