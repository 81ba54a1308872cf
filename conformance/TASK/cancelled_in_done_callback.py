"""The done callbacks of a cancelled task see it cancelled, and cannot ask for its exception."""
# clause: TASK-18, FUT-5
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(10)


def callback(task):
    log(task.done(), task.cancelled())
    try:
        task.exception()
    except asyncio.CancelledError as error:
        log(type(error).__name__)


async def main():
    task = asyncio.create_task(job())
    task.add_done_callback(callback)
    await asyncio.sleep(0)
    task.cancel()
    log(task.done())
    await asyncio.wait([task])


asyncio.run(main())

# trace 3.8..
#      0  False
#      0  True True
#      0  CancelledError
