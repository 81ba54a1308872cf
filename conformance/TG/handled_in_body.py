"""An exception of a child that the body caught where it awaited it counts all the same."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(fail())
            try:
                await task
            except (ValueError, asyncio.CancelledError) as error:
                log("body:", type(error).__name__)
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#      0  body: CancelledError
#      0  1 0
