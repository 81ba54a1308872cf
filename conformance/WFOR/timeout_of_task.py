"""On timeout a task is cancelled, and has ended when TimeoutError is raised."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.create_task(asyncio.sleep(5))
    try:
        await asyncio.wait_for(task, 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError", task.cancelled())


asyncio.run(main())

# trace 3.8..
#    250  TimeoutError True
