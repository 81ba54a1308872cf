"""A body that swallows the cancellation may go on for as long as it wants; it is not cancelled again."""
# clause: TMO-3
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(0.25) as block:
        try:
            await asyncio.sleep(5)
        except asyncio.CancelledError:
            log("swallowed")
        await asyncio.sleep(5)
        log("goes on", asyncio.current_task().cancelling())
    log(block.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    250  swallowed
#   5250  goes on 1
#   5250  True 0
