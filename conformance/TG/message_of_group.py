"""The group of errors says where it comes from."""
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
    except ExceptionGroup as error:
        log(error.message)


asyncio.run(main())

# trace 3.11..
#      0  unhandled errors in a TaskGroup
