"""With a delay of zero the first hop is already too much."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0):
            await asyncio.sleep(0)
            log("one hop")
            await asyncio.sleep(0)
            log("two hops")
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#      0  TimeoutError
