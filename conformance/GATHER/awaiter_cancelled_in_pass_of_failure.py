"""A task that is cancelled in the pass in which its only child fails is cancelled, and the failure stays with the outer."""
# clause: GATHER-10
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(outer):
    try:
        await outer
    except (ValueError, asyncio.CancelledError) as error:
        log(type(error).__name__)
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    outer = asyncio.gather(future)
    task = asyncio.create_task(wait_for_it(outer))
    await asyncio.sleep(0)
    future.set_exception(ValueError())
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), type(outer.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
#      0  True ValueError
