"""A cancel is not withdrawn while another request is there."""
# clause: TASK-31
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    task.cancel()
    task.cancel()
    log(task.uncancel())
    try:
        await asyncio.sleep(0.125)
        log("slept")
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.11..
#      0  1
#      0  cancelled
