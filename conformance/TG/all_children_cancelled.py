"""A group whose only child is cancelled while the block waits ends without an error."""
# clause: TG-4
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        task = group.create_task(asyncio.sleep(5))
        loop.call_later(0.125, task.cancel)
    log("block ends", task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  block ends True
