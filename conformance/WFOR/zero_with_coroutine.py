"""With a timeout of zero a coroutine is never started."""
# clause: WFOR-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("starts")


async def main():
    for timeout in (0, -1):
        try:
            await asyncio.wait_for(child(), timeout)
        except asyncio.TimeoutError:
            log("TimeoutError")


asyncio.run(main())

# trace 3.8..
#      0  TimeoutError
#      0  TimeoutError
