"""A child that fails in the pass in which the parent is cancelled: the group of errors wins."""
# clause: TG-7
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def child(future):
    await future


async def parent(future):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(child(future))
            await asyncio.sleep(5)
    except (ExceptionGroup, asyncio.CancelledError) as error:
        log(type(error).__name__, asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(parent(future))
    await asyncio.sleep(0.125)
    future.set_exception(ValueError())
    loop.call_soon(task.cancel)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    125  ExceptionGroup 1
#    125  False
