"""A body that blocks past its deadline and then ends is not interrupted."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, pause


async def main():
    async with asyncio.timeout(0.125) as block:
        pause(0.5)
    log("ended", block.expired())
    await asyncio.sleep(0.125)
    log("end", block.expired())


asyncio.run(main())

# trace 3.11..
#    500  ended False
#    625  end False
