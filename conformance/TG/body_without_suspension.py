"""A child cannot fail before the body suspends, so a body without suspension is complete."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    log("fails")
    raise ValueError


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            log("body ends")
    except ExceptionGroup as error:
        log(len(error.exceptions))


asyncio.run(main())

# trace 3.11..
#      0  body ends
#      0  fails
#      0  1
