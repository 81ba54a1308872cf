"""A body that calls cancel() and never suspends ends normally, and nothing is left of the cancellation."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.TaskGroup() as group:
        group.cancel()
    log("block ends", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


asyncio.run(main())

# trace 3.15..
#      0  block ends 0
#      0  goes on
