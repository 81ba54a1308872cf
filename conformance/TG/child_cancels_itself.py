"""A child that raises CancelledError by itself counts as cancelled."""
# clause: TG-4
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    raise asyncio.CancelledError


async def main():
    async with asyncio.TaskGroup() as group:
        task = group.create_task(child())
        await asyncio.sleep(0.125)
        log("body goes on")
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  body goes on
#    125  True
