"""A child that fails while the block waits cancels the others."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    await asyncio.sleep(0.125)
    raise ValueError


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(child())
            log("body ends")
    except ExceptionGroup as error:
        log(type(error).__name__, len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#      0  body ends
#    125  child cancelled
#    125  ExceptionGroup 1
