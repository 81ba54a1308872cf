"""A child that fails when the group is cancelled is raised in the group of errors."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            loop.call_later(0.125, group.cancel)
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.15..
#    125  1 0
