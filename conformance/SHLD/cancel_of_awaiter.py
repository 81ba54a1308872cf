"""Cancelling the task that awaits the shield raises there and leaves the inner task running."""
# clause: SHLD-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    await asyncio.sleep(0.25)
    return "result"


async def wait_for_it(inner):
    try:
        await asyncio.shield(inner)
    except asyncio.CancelledError:
        log("CancelledError", inner.done())
        raise


async def main():
    inner = asyncio.create_task(child())
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0.125)
    task.cancel()
    log(await inner, task.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False
#    250  result True
