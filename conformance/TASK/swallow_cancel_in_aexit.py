"""An __aexit__ that returns True swallows the cancellation."""
# clause: TASK-24
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Swallow:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        log(kind.__name__)
        return True


async def job():
    async with Swallow():
        await asyncio.sleep(10)
    return "value"


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    log(await task, task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
#      0  value False
