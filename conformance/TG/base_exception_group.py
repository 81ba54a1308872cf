"""An exception of a kind of its own that derives from BaseException gives a BaseExceptionGroup."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def fail():
    raise Own


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except BaseExceptionGroup as error:
        log(type(error).__name__, type(error.exceptions[0]).__name__)


asyncio.run(main())

# trace 3.11..
#      0  BaseExceptionGroup Own
