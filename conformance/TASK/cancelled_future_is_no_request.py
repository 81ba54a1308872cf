"""A task whose awaited future is cancelled by others is given CancelledError without having been asked."""
# clause: TASK-30, FUT-12
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    try:
        await future
    except asyncio.CancelledError:
        log("cancelled", asyncio.current_task().cancelling())


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    future.cancel()
    await task


asyncio.run(main())

# trace 3.11..
#      0  cancelled 0
