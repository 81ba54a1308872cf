"""A cancellation from outside that lost to errors comes again at the next suspension from 3.13; before, only the count remembers it."""
# clause: TG-8
# level: documented
# needs: 3.11
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(5)
    except ExceptionGroup:
        log("ExceptionGroup", asyncio.current_task().cancelling())
    try:
        await asyncio.sleep(0)
        log("goes on")
    except asyncio.CancelledError:
        log("CancelledError", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel()
    await task


asyncio.run(main())

# trace 3.11..3.12
#    125  ExceptionGroup 1
#    125  goes on

# trace 3.13..
#    125  ExceptionGroup 1
#    125  CancelledError 1
