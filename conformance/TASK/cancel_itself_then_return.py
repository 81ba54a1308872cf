"""A task that cancels itself and returns ends cancelled, its value lost."""
# clause: TASK-21
# level: defacto
# ops: tasks
# divergence: TASK-05
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel()
    return "lost"


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(task.cancelled())
    try:
        task.result()
    except asyncio.CancelledError as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
