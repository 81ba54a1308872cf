"""A task made with eager_start begins at once, without a factory."""
# clause: EAGER-11
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.Task(job(), loop=loop, eager_start=True)
    log("created", task.done())
    task = asyncio.Task(job(), loop=loop, eager_start=False)
    log("created", task.done())
    await task


asyncio.run(main())

# trace 3.12..
#      0  job runs
#      0  created True
#      0  created False
#      0  job runs
