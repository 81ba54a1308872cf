"""Where the concurrent future ends cancelled, so does its wrapper."""
# clause: FUT-23
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def job():
    raise asyncio.CancelledError


async def main():
    concurrent = asyncio.run_coroutine_threadsafe(job(), asyncio.get_running_loop())
    wrapped = asyncio.wrap_future(concurrent)
    try:
        await wrapped
    except asyncio.CancelledError:
        log("cancelled", wrapped.cancelled(), concurrent.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  cancelled True True
