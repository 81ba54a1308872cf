"""A cancel taken back before the first step is withdrawn from 3.13, and delivered before."""
# clause: TASK-31
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def job():
    log("job runs")
    await asyncio.sleep(0)
    return "value"


async def main():
    task = asyncio.create_task(job())
    task.cancel()
    log(task.uncancel())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..3.12
#      0  0
#      0  True

# trace 3.13..
#      0  0
#      0  job runs
#      0  False
