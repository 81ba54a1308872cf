"""A timeout that expires after a group in it has failed is a TimeoutError from 3.13."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    try:
        async with asyncio.timeout(0.25):
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(fail())
            except ExceptionGroup:
                log("ExceptionGroup")
            await asyncio.sleep(5)
    except (TimeoutError, asyncio.CancelledError) as error:
        log(type(error).__name__, asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..3.12
#      0  ExceptionGroup
#    250  CancelledError 1

# trace 3.13..
#      0  ExceptionGroup
#    250  TimeoutError 0
