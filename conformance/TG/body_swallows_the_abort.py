"""A body that swallows the cancellation of a failed group goes on, and the group is raised when it ends."""
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
            group.create_task(fail())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("swallowed")
            await asyncio.sleep(0.25)
            log("body goes on")
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#      0  swallowed
#    250  body goes on
#    250  1 0
