"""A body that swallows the cancellation ends the block normally, and expired() tells."""
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
            log("swallowed", block.expired())
    log(block.expired(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    250  swallowed True
#    250  True 0
