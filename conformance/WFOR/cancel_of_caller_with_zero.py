"""A cancellation of the caller while a task cleans up after a timeout of zero ends the call at once."""
# clause: WFOR-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    inner = asyncio.create_task(child())
    await asyncio.sleep(0)
    task = asyncio.create_task(asyncio.wait_for(inner, 0))
    await asyncio.sleep(0.125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError", inner.done())
    await asyncio.wait([inner])


asyncio.run(main())

# trace 3.8..
#    125  CancelledError False
#    500  cleaned up
