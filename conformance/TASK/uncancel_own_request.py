"""A cancel that a task takes back in the same step is withdrawn from 3.13, and delivered before."""
# clause: TASK-31
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    task.cancel()
    log(task.uncancel())
    try:
        await asyncio.sleep(0.125)
        log("slept")
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.11..3.12
#      0  0
#      0  cancelled

# trace 3.13..
#      0  0
#    125  slept
