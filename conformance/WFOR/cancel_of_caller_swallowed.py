"""A coroutine that swallows the cancellation of the caller does not undo it up to 3.11, and does from 3.12."""
# clause: WFOR-11
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


async def wait_for_it():
    try:
        log(await asyncio.wait_for(child(), 10))
    except asyncio.CancelledError:
        log("CancelledError")
        raise


async def main():
    task = asyncio.create_task(wait_for_it())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..3.11
#    125  swallowed
#    125  CancelledError
#    125  True

# trace 3.12..
#    125  swallowed
#    125  result
#    125  False
