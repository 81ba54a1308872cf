"""A task that cancels itself and then awaits itself is given CancelledError."""
# clause: TASK-20, TASK-10
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    asyncio.current_task().cancel()
    try:
        await asyncio.current_task()
    except (RuntimeError, asyncio.CancelledError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
