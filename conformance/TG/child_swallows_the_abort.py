"""A child that swallows the cancellation is waited for, and keeps its result."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.5)
    return "result"


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(child())
            group.create_task(fail())
    except ExceptionGroup as error:
        log(len(error.exceptions), task.result())


asyncio.run(main())

# trace 3.11..
#    500  1 result
