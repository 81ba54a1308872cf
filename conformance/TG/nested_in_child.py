"""A group in a child of a group fails as that child."""
# clause: TG-9
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child():
    async with asyncio.TaskGroup() as inner:
        inner.create_task(fail())


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(child())
    except ExceptionGroup as error:
        log(type(error.exceptions[0]).__name__, type(error.exceptions[0].exceptions[0]).__name__)


asyncio.run(main())

# trace 3.11..
#      0  ExceptionGroup ValueError
