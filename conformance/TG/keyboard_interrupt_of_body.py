"""KeyboardInterrupt from the body is raised bare, even if children fail."""
# clause: TG-6
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        log("KeyboardInterrupt")


asyncio.run(main())

# trace 3.11..
#      0  KeyboardInterrupt
