"""cancel() while the block waits cancels the children, and the block waits for their cleaning up."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        loop.call_later(0.25, group.cancel)
    log("block ends", asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.15..
#    750  cleaned up
#    750  block ends 0
