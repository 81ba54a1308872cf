"""cancel() cancels the body and the children, and the block ends without an error."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as group:
        group.create_task(child())
        loop.call_later(0.25, group.cancel)
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("body cancelled")
            raise
    log("block ends", asyncio.current_task().cancelling())
    await asyncio.sleep(0.25)
    log("goes on")


asyncio.run(main())

# trace 3.15..
#    250  child cancelled
#    250  body cancelled
#    250  block ends 0
#    500  goes on
