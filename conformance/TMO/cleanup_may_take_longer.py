"""The block ends when the body has cleaned up."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.timeout(0.25):
            try:
                await asyncio.sleep(5)
            finally:
                await asyncio.sleep(0.5)
                log("cleaned up")
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    750  cleaned up
#    750  TimeoutError
