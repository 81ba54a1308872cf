"""The repr of a cancelled waiting task says so from 3.11."""
# clause: TASK-40
# level: detail
# ops: tasks
import asyncio
from scenario import log


def state(task):
    return repr(task).split()[1]


async def job():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    log(state(task))
    task.cancel()
    log(state(task))
    await asyncio.wait([task])
    log(state(task))


asyncio.run(main())

# trace 3.8..3.10
#      0  pending
#      0  pending
#      0  cancelled

# trace 3.11..
#      0  pending
#      0  cancelling
#      0  cancelled
