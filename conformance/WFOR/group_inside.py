"""A timeout around a handler of a failed group is a TimeoutError."""
# clause: WFOR-17
# level: defacto
# needs: 3.11
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def inner():
    async with asyncio.TaskGroup() as group:
        group.create_task(fail())


async def delay():
    try:
        await inner()
    except Exception as error:
        log(type(error).__name__)
        await asyncio.sleep(1)
        raise


async def main():
    try:
        await asyncio.wait_for(delay(), 0.125)
    except (TimeoutError, asyncio.CancelledError) as error:
        log(type(error).__name__)
    log(asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11 3.13..
#      0  ExceptionGroup
#    125  TimeoutError
#    125  0

# trace 3.12
#      0  ExceptionGroup
#    125  CancelledError
#    125  1
