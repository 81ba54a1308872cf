"""If a child fails while the group is cancelled from outside, the group of errors wins."""
# clause: TG-7, TG-8
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        raise ValueError


async def parent():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child())
    except ExceptionGroup as error:
        log(len(error.exceptions))


async def main():
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.125)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..3.12
#    125  1
#    125  False

# trace 3.13..
#    125  1
#    125  True
