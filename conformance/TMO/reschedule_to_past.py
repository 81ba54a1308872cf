"""A block that is given a deadline in the past expires where its body suspends next."""
# clause: TMO-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(5) as block:
            block.reschedule(loop.time() - 1)
            log("goes on", block.expired())
            await asyncio.sleep(0)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#      0  goes on False
#      0  TimeoutError
