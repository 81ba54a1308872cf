"""A body that calls cancel() goes on until it suspends."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
        group.cancel()
        log("body goes on")
        await asyncio.sleep(0)
        log("not reached")
    log("block ends", task.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.15..
#      0  body goes on
#      0  block ends True 0
