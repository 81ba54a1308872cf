"""A negative delay is a deadline in the past."""
# clause: TMO-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(-1):
            log("body runs")
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#      0  body runs
#      0  TimeoutError
