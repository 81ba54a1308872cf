"""A task cancelled before its first step ends cancelled and runs nothing of its body."""
# clause: TASK-17
# level: defacto
# ops: tasks
# divergence: TASK-05
import asyncio
from scenario import log


async def job():
    log("job runs")
    try:
        await asyncio.sleep(1)
    finally:
        log("finally")


async def main():
    task = asyncio.create_task(job())
    log(task.cancel(), task.cancelled())
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled", task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True False
#      0  cancelled True
