"""A failed group in a task that is being cancelled already leaves the count at one."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def child():
    task = asyncio.current_task()
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log(task.cancelling())
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fail())
                await asyncio.sleep(5)
        except ExceptionGroup:
            log("ExceptionGroup", task.cancelling())
        try:
            await asyncio.sleep(0)
            log("goes on")
        except asyncio.CancelledError:
            log("CancelledError")


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.125)
    task.cancel()
    await task


asyncio.run(main())

# trace 3.11..3.12
#    125  1
#    125  ExceptionGroup 1
#    125  goes on

# trace 3.13..
#    125  1
#    125  ExceptionGroup 1
#    125  CancelledError
