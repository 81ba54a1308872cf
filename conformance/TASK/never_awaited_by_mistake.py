"""A coroutine that is called where it should be awaited does nothing but warn."""
# clause: TASK-44
# level: documented
# ops: tasks
import asyncio
from scenario import capture_warnings, collect, log

capture_warnings(log)


async def job():
    log("job runs")


async def main():
    job()
    collect()
    log("forgotten")
    await job()


asyncio.run(main())

# trace 3.8..
#      0  RuntimeWarning
#      0  forgotten
#      0  job runs
