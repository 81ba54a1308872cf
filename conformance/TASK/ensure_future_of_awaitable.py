"""An object with __await__ is wrapped in a task."""
# clause: TASK-37
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        log("awaited")
        yield
        return "result"


async def main():
    task = asyncio.ensure_future(Awaitable())
    log(isinstance(task, asyncio.Task))
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  awaited
#      0  result
