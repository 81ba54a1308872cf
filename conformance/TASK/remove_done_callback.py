"""The callbacks of a task are removed as those of a future."""
# clause: FUT-7
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


def callback(task):
    log("called", task.result())


def removed(task):
    log("removed")


async def main():
    task = asyncio.create_task(job())
    task.add_done_callback(removed)
    task.add_done_callback(callback)
    task.add_done_callback(removed)
    log(task.remove_done_callback(removed))
    await task


asyncio.run(main())

# trace 3.8..
#      0  2
#      0  called result
