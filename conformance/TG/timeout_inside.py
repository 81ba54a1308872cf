"""A timeout in the body whose TimeoutError leaves the body is one of the errors."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            task = group.create_task(asyncio.sleep(5))
            async with asyncio.timeout(0.25):
                await asyncio.sleep(5)
    except ExceptionGroup as error:
        log([type(one).__name__ for one in error.exceptions], task.cancelled())


asyncio.run(main())

# trace 3.11..
#    250  ['TimeoutError'] True
