"""A task cancelled after what it awaits failed is given CancelledError instead of the exception."""
# clause: TASK-19
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def job(future):
    try:
        await future
    except (ValueError, asyncio.CancelledError) as error:
        log(type(error).__name__)
        raise


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    future.set_exception(ValueError())
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled(), type(future.exception()).__name__)


asyncio.run(main())

# trace 3.8..
#      0  CancelledError
#      0  True ValueError
