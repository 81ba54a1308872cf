"""The wrapper of an awaitable is a generator up to 3.11 and a coroutine from 3.12."""
# clause: TASK-41
# level: documented
# ops: tasks
import asyncio
from scenario import log


class Awaitable:
    def __await__(self):
        yield


async def main():
    task = asyncio.ensure_future(Awaitable())
    log(type(task.get_coro()).__name__)
    await task


asyncio.run(main())

# trace 3.8..3.11
#      0  generator

# trace 3.12..
#      0  coroutine
