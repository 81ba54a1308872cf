"""A new deadline counts as long as the expiry has not happened, even if it is queued."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    async with asyncio.timeout(0) as block:
        block.reschedule(loop.time() + 0.5)
        await asyncio.sleep(0.25)
        log("goes on")
    log(block.expired())


asyncio.run(main())

# trace 3.11..
#    250  goes on
#    250  False
