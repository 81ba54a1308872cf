"""A block that ends in time is not interrupted, nor is what comes after it."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    async with asyncio.timeout(0.5) as block:
        await asyncio.sleep(0.25)
        log("in time")
    log(block.expired())
    await asyncio.sleep(1)
    log("end")


asyncio.run(main())

# trace 3.11..
#    250  in time
#    250  False
#   1250  end
