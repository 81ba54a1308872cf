"""A cancel that was delivered and swallowed does not come again at the next await."""
# clause: TASK-20
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("swallowed")
    await asyncio.sleep(0)
    await asyncio.sleep(0.125)
    log("not again")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await task


asyncio.run(main())

# trace 3.8..
#      0  swallowed
#    125  not again
