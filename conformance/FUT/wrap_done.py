"""Wrapping a concurrent future that is done already passes on its result, too."""
# clause: FUT-23
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    concurrent = asyncio.run_coroutine_threadsafe(job(), asyncio.get_running_loop())
    while not concurrent.done():
        await asyncio.sleep(0)
    wrapped = asyncio.wrap_future(concurrent)
    log(await wrapped)


asyncio.run(main())

# trace 3.8..
#      0  result
