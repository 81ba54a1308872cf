"""Creating a task runs nothing of its coroutine until the next pass."""
# clause: TASK-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


async def main():
    task = asyncio.create_task(job())
    log("created", task.done())
    await task
    log("done")


asyncio.run(main())

# trace 3.8..
#      0  created False
#      0  job runs
#      0  done
