"""A CancelledError that the body raises itself cancels the children and leaves the block."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(5))
            await asyncio.sleep(0)
            raise asyncio.CancelledError
    except asyncio.CancelledError:
        log("CancelledError", task.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#      0  CancelledError True 0
