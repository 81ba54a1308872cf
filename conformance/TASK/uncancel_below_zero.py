"""Uncancelling a task that nobody cancelled leaves the count at 0."""
# clause: TASK-30
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    log(task.uncancel(), task.cancelling())
    task.cancel()
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log(task.cancelling())
    log(task.uncancel(), task.uncancel(), task.cancelling())


asyncio.run(main())

# trace 3.11..
#      0  0 0
#      0  1
#      0  0 0 0
