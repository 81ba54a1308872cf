"""A block can lose its deadline."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(0.25) as block:
        block.reschedule(None)
        log(block.when())
        await asyncio.sleep(0.5)
    log(block.expired())


asyncio.run(main())

# trace 3.11..
#      0  None
#    500  False
