"""The repr of a task that cancelled itself says so until the request is delivered, from 3.11 longer."""
# clause: TASK-40
# level: detail
# ops: tasks
import asyncio
from scenario import log


def state(task):
    return repr(task).split()[1]


async def main():
    task = asyncio.current_task()
    log(state(task))
    task.cancel()
    log(state(task))
    try:
        await asyncio.sleep(0)
    except asyncio.CancelledError:
        log(state(task))


asyncio.run(main())

# trace 3.8..3.10
#      0  pending
#      0  cancelling
#      0  pending

# trace 3.11..
#      0  pending
#      0  cancelling
#      0  cancelling
