"""A timer that cancels a task works as a task that does it."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    loop.call_later(0.125, task.cancel)
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.8..
#    125  cancelled
