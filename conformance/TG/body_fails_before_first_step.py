"""Children of a body that raises before it suspends never run."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("runs")


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(child())
            raise ValueError
    except ExceptionGroup as error:
        log(len(error.exceptions), task.cancelled())


asyncio.run(main())

# trace 3.11..
#      0  1 True
