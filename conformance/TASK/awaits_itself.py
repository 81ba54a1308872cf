"""A task that awaits itself is given RuntimeError, one hop later."""
# clause: TASK-10
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    asyncio.get_running_loop().call_soon(log, "queued")
    try:
        await asyncio.current_task()
    except RuntimeError as error:
        # The text is the clause, up to the repr of the task.
        log(str(error).split(":")[0])


asyncio.run(main())

# trace 3.8..
#      0  queued
#      0  Task cannot await on itself
