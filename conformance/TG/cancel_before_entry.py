"""cancel() before entry takes effect on entry."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def main():
    group = asyncio.TaskGroup()
    group.cancel()
    async with group:
        log("body runs")
        await asyncio.sleep(0)
        log("not reached")
    log("block ends", asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.15..
#      0  body runs
#      0  block ends 0
