"""A cancel after the first was delivered gives a second CancelledError."""
# clause: TASK-23
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    for attempt in range(3):
        try:
            await asyncio.sleep(0.125)
            log("slept")
        except asyncio.CancelledError:
            log("cancelled")


async def main():
    task = asyncio.create_task(job())
    for attempt in range(2):
        await asyncio.sleep(0)
        task.cancel()
        await asyncio.sleep(0)
    await task


asyncio.run(main())

# trace 3.8..
#      0  cancelled
#      0  cancelled
#    125  slept
