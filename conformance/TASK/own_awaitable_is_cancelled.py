"""CancelledError arrives inside the iterator of an object that is awaited."""
# clause: TASK-43, TASK-18
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        try:
            yield
            log("not cancelled")
        except asyncio.CancelledError:
            log("cancelled inside")
            raise


async def job():
    await Awaitable()


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  cancelled inside
#      0  True
