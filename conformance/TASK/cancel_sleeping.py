"""A sleeping task can be cancelled at any time and ends then."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        log("woken")
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.25)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.8..
#    250  woken
#    250  cancelled
