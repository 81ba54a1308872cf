"""The group of errors has no cause, and its context is not shown."""
# clause: TG-15
# level: defacto
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
            await asyncio.sleep(5)
    except ExceptionGroup as error:
        log(error.__cause__, error.__suppress_context__)


asyncio.run(main())

# trace 3.11..
#      0  None True
