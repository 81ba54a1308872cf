"""Cancelling an eager task right after its creation interrupts it where it waits, since it has begun."""
# clause: EAGER-3, TASK-18
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")
    try:
        await asyncio.sleep(10)
    finally:
        log("finally")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled", task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  job runs
#      0  True
#      0  finally
#      0  cancelled True
