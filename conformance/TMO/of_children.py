"""A block around a gather cancels its children."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child(name):
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(name, "cancelled")
        raise


async def main():
    try:
        async with asyncio.timeout(0.25):
            await asyncio.gather(child("a"), child("b"))
    except TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.11..
#    250  a cancelled
#    250  b cancelled
#    250  TimeoutError
