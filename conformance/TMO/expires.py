"""On expiry the body is cancelled where it waits, and the block raises TimeoutError."""
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
            except asyncio.CancelledError:
                log("CancelledError")
                raise
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    250  CancelledError
#    250  TimeoutError
