"""Several calls of cancel() are one, and a call after the end does nothing."""
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
        log("cleans up")
        await asyncio.sleep(0.25)
        log("cleaned up")


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        loop.call_later(0.125, group.cancel)
        loop.call_later(0.25, group.cancel)
    group.cancel()
    log("block ends", asyncio.current_task().cancelling())
    await asyncio.sleep(0)
    log("goes on")


asyncio.run(main())

# trace 3.15..
#    125  cleans up
#    375  cleaned up
#    375  block ends 0
#    375  goes on
