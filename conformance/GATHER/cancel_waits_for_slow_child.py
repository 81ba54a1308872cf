"""With return_exceptions a cancelled outer ends when the last child has ended."""
# clause: GATHER-10
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child(name, delay):
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(delay)
        log(name, "ends")


async def main():
    outer = asyncio.gather(child("a", 0.125), child("b", 0.5), return_exceptions=True)
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  a ends
#    500  b ends
#    500  CancelledError
