"""The create_task of the loop takes eager_start in late 3.13 and from 3.14."""
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
        task = asyncio.get_running_loop().create_task(coroutine, eager_start=True)
        log("created", task.done())
    except TypeError as error:
        log(type(error).__name__)
    coroutine.close()


asyncio.run(main())

# trace 3.12..3.13.0
#      0  TypeError

# trace 3.13.18..
#      0  job runs
#      0  created True
