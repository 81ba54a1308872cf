"""A coroutine that swallows the cancellation may go on for as long as it wants."""
# clause: WFOR-5
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("swallowed")
    await asyncio.sleep(10)
    return "result"


async def main():
    try:
        log(await asyncio.wait_for(child(), 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8
#    250  swallowed
#  10250  TimeoutError

# trace 3.9..
#    250  swallowed
#  10250  result
