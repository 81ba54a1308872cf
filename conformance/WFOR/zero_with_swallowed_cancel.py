"""With a timeout of zero a task that swallows the cancellation gives its result from 3.9."""
# clause: WFOR-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("swallowed")
    return "result"


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0)
    try:
        log(await asyncio.wait_for(task, 0))
    except asyncio.TimeoutError:
        log("TimeoutError")


asyncio.run(main())

# trace 3.8
#      0  swallowed
#      0  TimeoutError

# trace 3.9..
#      0  swallowed
#      0  result
