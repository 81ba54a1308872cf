"""An outer call that ends first cancels the inner one, which raises CancelledError there."""
# clause: WFOR-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.5)
    except asyncio.CancelledError:
        log("inner cancelled")
        raise


async def main():
    try:
        await asyncio.wait_for(inner(), 0.25)
    except asyncio.TimeoutError:
        log("outer")


asyncio.run(main())

# trace 3.8..
#    250  inner cancelled
#    250  outer
