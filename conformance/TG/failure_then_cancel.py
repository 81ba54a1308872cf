"""A cancellation from outside while a failed group waits for its children comes again at the next suspension from 3.13."""
# clause: TG-8, TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child():
    try:
        await asyncio.sleep(5)
    finally:
        await asyncio.sleep(0.5)


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(child())
    except (ExceptionGroup, asyncio.CancelledError) as error:
        log(type(error).__name__, asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        log("goes on")
    except asyncio.CancelledError:
        log("CancelledError")


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.25)
    task.cancel()
    await task


asyncio.run(main())

# trace 3.11..3.12
#    500  ExceptionGroup 2
#    500  goes on

# trace 3.13..
#    500  ExceptionGroup 1
#    500  CancelledError
