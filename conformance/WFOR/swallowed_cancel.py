"""A coroutine that swallows the cancellation of the timeout gives its result from 3.9, and TimeoutError on 3.8."""
# clause: WFOR-5
# level: documented
# ops: tasks
# divergence: TASK-03
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("swallowed")
    return "result"


async def main():
    try:
        log(await asyncio.wait_for(child(), 0.25))
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8
#    250  swallowed
#    250  TimeoutError

# trace 3.9..
#    250  swallowed
#    250  result
