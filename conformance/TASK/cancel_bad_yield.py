"""A cancel that comes before the RuntimeError of a bad yield is delivered takes its place."""
# clause: TASK-8, TASK-19
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Bad:
    def __await__(self):
        yield 42


async def job():
    try:
        await Bad()
    except (RuntimeError, asyncio.CancelledError) as error:
        log(type(error).__name__)
        raise


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
#      0  True
