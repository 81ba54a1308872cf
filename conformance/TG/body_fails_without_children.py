"""The exception of a body without children is wrapped, too."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            raise ValueError
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])


asyncio.run(main())

# trace 3.11..
#      0  ['ValueError']
