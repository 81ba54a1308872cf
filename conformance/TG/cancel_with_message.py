"""The CancelledError that leaves the block has the message of the cancellation."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(asyncio.sleep(5))
    except asyncio.CancelledError as error:
        log(error.args)
        raise


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel("message")
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  ('message',)
#    125  True
