"""A child that failed in the pass in which the body raises is among the errors."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise KeyError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await asyncio.sleep(0)
            raise ValueError
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])
    log(asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#      0  ['KeyError', 'ValueError']
#      0  0
