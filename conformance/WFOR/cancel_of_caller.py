"""Cancelling the caller cancels the coroutine and waits for it."""
# clause: WFOR-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        log("cancelled")
        await asyncio.sleep(0.5)
        log("cleaned up")


async def main():
    task = asyncio.create_task(asyncio.wait_for(child(), 10))
    await asyncio.sleep(0.125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError")


asyncio.run(main())

# trace 3.8..
#    125  cancelled
#    625  cleaned up
#    625  CancelledError
