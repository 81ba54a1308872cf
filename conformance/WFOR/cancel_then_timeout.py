"""A cancellation of the caller in the pass of the timeout, before it, wins."""
# clause: WFOR-14
# level: defacto
# ops: tasks
import asyncio
from scenario import log, pause


async def wait_for_it():
    try:
        await asyncio.wait_for(asyncio.sleep(5), 0.375)
    except (asyncio.CancelledError, asyncio.TimeoutError) as error:
        log(type(error).__name__)
        raise


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(wait_for_it())
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, task.cancel)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#    625  CancelledError
#    625  True
