"""A task that is left over by one run of a Runner goes on in the next, and is cancelled at the end."""
# clause: RUN-13
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    try:
        for turn in range(10):
            log("turn", turn)
            await asyncio.sleep(1)
    finally:
        log("cancelled")


async def start():
    task = asyncio.create_task(job())
    await asyncio.sleep(0.5)
    return task


with asyncio.Runner() as runner:
    task = runner.run(start())
    log("between")
    runner.run(asyncio.sleep(1.5))
    log("last")
log(task.cancelled())

# trace 3.11..
#      0  turn 0
#    500  between
#   1000  turn 1
#   2000  turn 2
#   2000  last
#   2000  cancelled
#   2000  True
