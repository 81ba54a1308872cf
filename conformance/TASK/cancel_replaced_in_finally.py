"""An exception raised in the finally block takes the place of the cancellation, which is its context."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(10)
    finally:
        raise KeyError("clean-up")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    error = task.exception()
    log(type(error).__name__, type(error.__context__).__name__)


asyncio.run(main())

# trace 3.8..
#      0  KeyError CancelledError
