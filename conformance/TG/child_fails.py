"""A child that fails cancels the body and the other children, and the group of errors is raised when all have ended."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

given = ValueError()


async def fail():
    await asyncio.sleep(0.125)
    raise given


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.25)
        log("child cancelled")
        raise


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            group.create_task(child())
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("body cancelled")
                raise
    except ExceptionGroup as error:
        log(len(error.exceptions), error.exceptions[0] is given)


asyncio.run(main())

# trace 3.11..
#    125  body cancelled
#    375  child cancelled
#    375  1 True
