"""From 3.14 create_task takes eager_start."""
# clause: EAGER-11
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


async def main():
    coroutine = job()
    try:
        task = asyncio.create_task(coroutine, eager_start=True)
        log("created", task.done())
    except TypeError as error:
        log(type(error).__name__)
    coroutine.close()


asyncio.run(main())

# trace 3.12..3.13
#      0  TypeError

# trace 3.14..
#      0  job runs
#      0  created True
