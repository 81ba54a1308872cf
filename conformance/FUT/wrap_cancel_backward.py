"""Cancelling the wrapper cancels the concurrent future, and with it the task behind it."""
# clause: FUT-23
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def job():
    log("job waits")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        log("job cancelled")
        raise


async def main():
    concurrent = asyncio.run_coroutine_threadsafe(job(), asyncio.get_running_loop())
    wrapped = asyncio.wrap_future(concurrent)
    await asyncio.sleep(0.125)
    log(wrapped.cancel(), wrapped.cancelled())
    await asyncio.sleep(0.125)
    log(concurrent.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  job waits
#    125  True True
#    125  job cancelled
#    250  True
