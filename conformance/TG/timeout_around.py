"""A timeout around a group cancels its children and is a TimeoutError."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(0.25):
            async with asyncio.TaskGroup() as group:
                group.create_task(child())
    except TimeoutError:
        log("TimeoutError", asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    250  child cancelled
#    250  TimeoutError 0
