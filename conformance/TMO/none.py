"""A block without a deadline never expires."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(None) as block:
        log(block.when(), block.expired())
        await asyncio.sleep(100)
    async with asyncio.timeout_at(None) as block:
        log(block.when())
        await asyncio.sleep(0)


asyncio.run(main())

# trace 3.11..
#      0  None False
# 100000  None
