"""An eager step that yields nonsense is given RuntimeError one hop later."""
# clause: EAGER-3, TASK-8
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


class Bad:
    def __await__(self):
        yield 42


async def job():
    try:
        await Bad()
    except RuntimeError as error:
        log(type(error).__name__)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued before")
    task = asyncio.create_task(job())
    log("created", task.done())
    await task


asyncio.run(main())

# trace 3.12..
#      0  created False
#      0  queued before
#      0  RuntimeError
