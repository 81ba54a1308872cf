"""The errors of a group can be caught by kind."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail(error):
    raise error


async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail(ValueError()))
            group.create_task(fail(KeyError()))
    except* ValueError as caught:
        log("ValueError", len(caught.exceptions))
    except* KeyError as caught:
        log("KeyError", len(caught.exceptions))


asyncio.run(main())

# trace 3.11..
#      0  ValueError 1
#      0  KeyError 1
