"""A wrapped concurrent future passes on its result."""
# clause: FUT-23
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def job():
    return 42


async def main():
    loop = asyncio.get_running_loop()
    concurrent = asyncio.run_coroutine_threadsafe(job(), loop)
    wrapped = asyncio.wrap_future(concurrent)
    log(asyncio.isfuture(concurrent), asyncio.isfuture(wrapped), wrapped.done())
    log(await wrapped)
    log(concurrent.result())


asyncio.run(main())

# trace 3.8..
#      0  False True False
#      0  42
#      0  42
