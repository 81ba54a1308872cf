"""A timeout around a gather cancels its children."""
# clause: WFOR-1
# level: documented
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
        await asyncio.wait_for(asyncio.gather(child("a"), child("b")), 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8..
#    250  a cancelled
#    250  b cancelled
#    250  TimeoutError
