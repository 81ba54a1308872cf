"""A task that cancels itself, takes that back and returns is cancelled up to 3.12 and keeps its value from 3.13."""
# clause: TASK-31, TASK-21
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel()
    asyncio.current_task().uncancel()
    return "value"


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled() or task.result())


asyncio.run(main())

# trace 3.11..3.12
#      0  True

# trace 3.13..
#      0  value
