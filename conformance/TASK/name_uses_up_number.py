"""A named task of asyncio.create_task uses up a number up to 3.12."""
# clause: TASK-14
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


async def main():
    first = asyncio.create_task(nothing())
    named = asyncio.create_task(nothing(), name="named")
    second = asyncio.create_task(nothing())
    log(int(second.get_name().split("-")[1]) - int(first.get_name().split("-")[1]))
    for task in (first, named, second):
        await task


asyncio.run(main())

# trace 3.8..3.12
#      0  2

# trace 3.13..
#      0  1
