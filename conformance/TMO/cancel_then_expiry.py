"""A cancellation from outside in the pass of the expiry, before it, wins."""
# clause: TMO-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log, pause


async def child():
    try:
        async with asyncio.timeout(0.375) as block:
            await asyncio.sleep(5)
    except (TimeoutError, asyncio.CancelledError) as error:
        log(type(error).__name__, block.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(child())
    loop.call_later(0.125, pause, 0.5)
    loop.call_later(0.25, task.cancel)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    625  CancelledError True 1
#    625  True
