"""A cancelled child does not cancel the task that awaits the outer."""
# clause: GATHER-8
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(future):
    try:
        await asyncio.gather(future)
    except asyncio.CancelledError:
        log("caught")
    await asyncio.sleep(0)
    return "went on"


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(wait_for_it(future))
    await asyncio.sleep(0)
    future.cancel()
    log(await task, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  caught
#      0  went on False
