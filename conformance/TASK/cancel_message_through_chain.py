"""The message of a cancel reaches the innermost of tasks that await each other."""
# clause: TASK-27
# level: documented
# needs: 3.9
# ops: tasks
import asyncio
from scenario import log


async def inner():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        log("inner", error.args)


async def outer(task):
    await task


async def main():
    first = asyncio.create_task(inner())
    second = asyncio.create_task(outer(first))
    await asyncio.sleep(0)
    second.cancel("why")
    await second


asyncio.run(main())

# trace 3.9..
#      0  inner ('why',)
