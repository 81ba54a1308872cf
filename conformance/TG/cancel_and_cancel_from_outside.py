"""A cancellation from outside in the pass of cancel() is not lost."""
# clause: TG-16
# level: documented
# needs: 3.15
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def parent(use):
    try:
        async with asyncio.TaskGroup() as group:
            use(group)
            group.create_task(asyncio.sleep(5))
    except asyncio.CancelledError:
        log("CancelledError", asyncio.current_task().cancelling())
        raise
    log("block ends")


async def main():
    groups = []
    for first in (True, False):
        task = asyncio.create_task(parent(groups.append))
        await asyncio.sleep(0.125)
        if first:
            groups[-1].cancel()
        task.cancel()
        if not first:
            groups[-1].cancel()
        await asyncio.wait([task])
        log(task.cancelled())


asyncio.run(main())

# trace 3.15..
#    125  CancelledError 1
#    125  True
#    250  CancelledError 1
#    250  True
