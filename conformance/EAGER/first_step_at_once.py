"""With the eager factory the first step runs inside create_task."""
# clause: EAGER-1
# level: documented
# needs: 3.12
# ops: tasks
# divergence: TASK-17
import asyncio
from scenario import log


async def job():
    log("job runs")
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    log("before")
    task = asyncio.create_task(job())
    log("created", task.done(), task.result())
    log(await task)


asyncio.run(main())

# trace 3.12..
#      0  before
#      0  job runs
#      0  created True result
#      0  result
