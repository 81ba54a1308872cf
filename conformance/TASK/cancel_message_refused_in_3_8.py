"""In 3.8 cancel takes no message."""
# clause: TASK-27
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    try:
        task.cancel("why")
        await asyncio.sleep(0)
    except (TypeError, asyncio.CancelledError) as error:
        log(type(error).__name__)


asyncio.run(main())

# trace 3.8
#      0  TypeError

# trace 3.9..
#      0  CancelledError
