"""A caller that is cancelled before its first step starts nothing."""
# clause: WFOR-11
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def wait_for_it():
    await asyncio.wait_for(child(), 5)


async def main():
    task = asyncio.create_task(wait_for_it())
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
