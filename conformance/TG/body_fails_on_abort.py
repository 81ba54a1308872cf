"""An exception by which the body answers the cancellation of a failed group joins the errors."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                raise KeyError
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])


asyncio.run(main())

# trace 3.11..
#      0  ['ValueError', 'KeyError']
