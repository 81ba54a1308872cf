"""A failure in an outer group cancels the inner one, which leaves its block as CancelledError."""
# clause: TG-9
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
        log("inner child cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(fail())
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(child())
            except asyncio.CancelledError:
                log("inner block: CancelledError")
                raise
    except ExceptionGroup as error:
        log(len(error.exceptions), asyncio.current_task().cancelling())


asyncio.run(main())

# trace 3.11..
#    125  inner child cancelled
#    125  inner block: CancelledError
#    125  1 0
