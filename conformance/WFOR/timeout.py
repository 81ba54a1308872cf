"""On timeout the coroutine is cancelled and TimeoutError is raised."""
# clause: WFOR-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    try:
        await asyncio.wait_for(child(), 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8..
#    250  cancelled
#    250  TimeoutError
