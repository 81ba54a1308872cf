"""An exception by which a child answers the cancellation joins the errors."""
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
        raise KeyError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            group.create_task(fail())
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])


asyncio.run(main())

# trace 3.11..
#      0  ['ValueError', 'KeyError']
