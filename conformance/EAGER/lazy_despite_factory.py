"""With eager_start=False the first step is queued, although the factory is eager."""
# clause: EAGER-11
# level: documented
# needs: 3.14
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job(), eager_start=False)
    log("created", task.done())
    await task


asyncio.run(main())

# trace 3.14..
#      0  created False
#      0  job runs
