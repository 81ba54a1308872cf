"""Cancelling the concurrent future cancels the task."""
# clause: THR-13
# level: documented
# ops: executor, tasks, threads
import asyncio
from scenario import log


async def job():
    log("job runs")
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("job cancelled")
        raise


def thread(future):
    return future.cancel()


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    await asyncio.sleep(0.125)
    cancelled = await loop.run_in_executor(None, thread, future)
    await asyncio.sleep(0.125)
    log(cancelled, future.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  job runs
#    125  job cancelled
#    250  True True
