"""SystemExit from the body is raised bare, when the children have been cancelled."""
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
        log("child cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise SystemExit(3)
    except SystemExit as error:
        log("SystemExit", error.code)


asyncio.run(main())

# trace 3.11..
#      0  child cancelled
#      0  SystemExit 3
