"""Without a message the CancelledError that an awaiter is given has no arguments, in every version."""
# clause: TASK-28
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(10)


async def main():
    task = asyncio.create_task(job())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as error:
        log(error.args)


asyncio.run(main())

# trace 3.8..
#      0  ()
