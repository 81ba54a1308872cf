"""Leaving a finally block by break swallows the cancellation."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    while True:
        try:
            await asyncio.sleep(10)
        finally:
            break
    return "value"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    log(await task, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  value False
