"""A task that is cancelled in the pass in which the inner future fails is cancelled."""
# clause: SHLD-1
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def wait_for_it(inner):
    try:
        await asyncio.shield(inner)
    except (asyncio.CancelledError, ValueError) as error:
        log(type(error).__name__)
        raise


async def main():
    inner = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(wait_for_it(inner))
    await asyncio.sleep(0)
    inner.set_exception(ValueError())
    log(task.cancel())
    await asyncio.wait([task])
    log(task.cancelled(), type(inner.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  CancelledError
#      0  True ValueError
