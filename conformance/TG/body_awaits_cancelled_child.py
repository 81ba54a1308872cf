"""A body that awaits a child that is cancelled gets CancelledError, which leaves the block."""
# clause: TG-4
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(5))
            loop.call_later(0.125, task.cancel)
            await task
    except asyncio.CancelledError:
        log("CancelledError", asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    125  CancelledError 0
