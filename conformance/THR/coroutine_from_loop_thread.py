"""The concurrent future is done only after the task has ended, a few passes later."""
# clause: THR-12
# level: documented
# ops: tasks, threads
import asyncio
from scenario import log


async def job():
    log("job runs")
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(job(), loop)
    passes = 0
    while not future.done():
        passes += 1
        await asyncio.sleep(0)
    log(passes, future.result())


asyncio.run(main())

# trace 3.8..
#      0  job runs
#      0  3 result
