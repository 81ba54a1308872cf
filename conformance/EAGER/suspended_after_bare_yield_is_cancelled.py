"""Cancelling an eager task whose second step is queued gives CancelledError in that step."""
# clause: EAGER-3, TASK-19
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        await asyncio.sleep(0)
        log("not cancelled")
    finally:
        log("finally")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  finally
#      0  True
