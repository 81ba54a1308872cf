"""A task starts though nobody awaits it."""
# clause: TASK-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.125)
    log(task.done())


asyncio.run(main())

# trace 3.8..
#      0  job runs
#    125  True
