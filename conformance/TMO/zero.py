"""With a delay of zero the body runs up to where it suspends, which raises."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0) as block:
            log("body runs", block.expired())
            await asyncio.sleep(5)
            log("not reached")
    except TimeoutError:
        log("TimeoutError", block.expired())


asyncio.run(main())

# trace 3.11..
#      0  body runs False
#      0  TimeoutError True
