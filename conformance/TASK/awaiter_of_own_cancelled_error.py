"""A CancelledError that the coroutine made itself reaches the awaiter as it is from 3.11."""
# clause: TASK-28
# level: defacto
# ops: tasks
import asyncio
from scenario import log

given = asyncio.CancelledError("own")


async def job():
    raise given


async def main():
    try:
        await asyncio.create_task(job())
    except asyncio.CancelledError as error:
        log(error is given, error.args)


asyncio.run(main())

# trace 3.8..3.10
#      0  False ()

# trace 3.11..
#      0  True ('own',)
