"""Awaiting a task that ended eagerly gives nobody else a turn, and its callbacks are queued."""
# clause: EAGER-2
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    loop.call_soon(log, "queued before")
    task = asyncio.create_task(job())
    task.add_done_callback(lambda done: log("callback"))
    loop.call_soon(log, "queued after")
    log(await task)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.12..
#      0  result
#      0  queued before
#      0  callback
#      0  queued after
