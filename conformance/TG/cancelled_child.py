"""A child that somebody cancels leaves the group as it is."""
# clause: TG-4
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    log("other child goes on")


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(5))
        group.create_task(child())
        await asyncio.sleep(0.125)
        task.cancel()
        log("body goes on")
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  body goes on
#    250  other child goes on
#    250  True
