"""Cancelling the caller cancels the future."""
# clause: WFOR-11
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(asyncio.wait_for(future, 10))
    await asyncio.sleep(0.125)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("CancelledError", future.cancelled())


asyncio.run(main())

# trace 3.8..
#    125  CancelledError True
