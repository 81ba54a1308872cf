"""A body that raises cancels the children, and its exception is wrapped in the group."""
# clause: TG-5
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
            await asyncio.sleep(0.125)
            raise given
    except ExceptionGroup as error:
        log(len(error.exceptions), error.exceptions[0] is given)


asyncio.run(main())

# trace 3.11..
#    125  child cancelled
#    125  1 True
