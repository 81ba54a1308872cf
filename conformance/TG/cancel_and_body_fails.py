"""A body that raises after cancel() is raised in the group of errors."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.cancel()
            raise ValueError
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


asyncio.run(main())

# trace 3.15..
#      0  1 0
#      0  goes on
