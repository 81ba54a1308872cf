"""A task that cancels itself and then awaits another cancels that one before it began."""
# clause: TASK-20, TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    log("inner runs")


async def main():
    task = asyncio.create_task(inner())
    asyncio.current_task().cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("main cancelled", task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  main cancelled True
