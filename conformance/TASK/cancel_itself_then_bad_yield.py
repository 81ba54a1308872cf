"""A task that cancels itself and then yields nonsense is given CancelledError."""
# clause: TASK-20, TASK-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Bad:
    def __await__(self):
        yield 42


async def main():
    asyncio.current_task().cancel()
    try:
        await Bad()
    except (RuntimeError, asyncio.CancelledError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
