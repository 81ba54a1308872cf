"""The errors of an inner group are one error of the outer group."""
# clause: TG-9
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            task = outer.create_task(asyncio.sleep(5))
            async with asyncio.TaskGroup() as inner:
                inner.create_task(fail())
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])
        log([type(one).__name__ for one in error.exceptions[0].exceptions])
    log(task.cancelled(), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..3.12
#      0  ['ExceptionGroup']
#      0  ['ValueError']
#      0  True 1

# trace 3.13..
#      0  ['ExceptionGroup']
#      0  ['ValueError']
#      0  True 0
