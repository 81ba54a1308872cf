"""A task that another object cancels during its last step ends cancelled too."""
# clause: TASK-21
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job(stop):
    stop()
    return "lost"


async def main():
    tasks = []
    tasks.append(asyncio.create_task(job(lambda: log(tasks[0].cancel()))))
    await asyncio.wait(tasks)
    log(tasks[0].cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True
