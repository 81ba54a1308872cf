"""A child takes its first step when the body suspends."""
# clause: TG-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("child")


async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        log("created")
        await asyncio.sleep(0)
        log("body goes on")


asyncio.run(main())

# trace 3.11..
#      0  created
#      0  child
#      0  body goes on
