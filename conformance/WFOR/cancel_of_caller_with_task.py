"""Cancelling the caller cancels the task and waits for it."""
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
    inner = asyncio.create_task(child())
    task = asyncio.create_task(asyncio.wait_for(inner, 10))
    await asyncio.sleep(0.125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError", inner.done())
    await asyncio.wait([inner])


asyncio.run(main())

# trace 3.8..
#    125  cancelled
#    625  cleaned up
#    625  CancelledError True
