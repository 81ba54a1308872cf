"""The message of a cancel before the first step is handed out once from 3.11, and never before."""
# clause: TASK-29
# level: detail
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


async def main():
    task = asyncio.create_task(nothing())
    task.cancel("why")
    await asyncio.wait([task])
    for attempt in range(3):
        try:
            task.result()
        except asyncio.CancelledError as error:
            log(error.args)


asyncio.run(main())

# trace 3.9..3.10
#      0  ()
#      0  ()
#      0  ()

# trace 3.11..
#      0  ('why',)
#      0  ()
#      0  ()
