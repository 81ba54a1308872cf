"""A child may call cancel(), and is cancelled where it suspends next."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child(group):
    group.cancel()
    log("child goes on")
    await asyncio.sleep(0)
    log("not reached")


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child(group))
    log("block ends", task.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.15..
#      0  child goes on
#      0  block ends True 0
