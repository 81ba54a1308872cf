"""The exception of the body stands behind those of the children, though it came first."""
# clause: TG-3
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise KeyError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0)
            raise ValueError
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions])


asyncio.run(main())

# trace 3.11..
#      0  ['KeyError', 'ValueError']
