"""A deadline in the past is one of now."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    for when in (loop.time() - 5, loop.time()):
        try:
            async with asyncio.timeout_at(when):
                log("body runs")
                await asyncio.sleep(5)
        except TimeoutError:
            log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#      0  body runs
#      0  TimeoutError
#      0  body runs
#      0  TimeoutError
