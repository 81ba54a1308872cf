"""A body that swallowed a cancellation from outside without taking it back ends by CancelledError when it runs out of time."""
# clause: TMO-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        async with asyncio.timeout(0.5):
            try:
                await asyncio.sleep(5)
            except asyncio.CancelledError:
                log("swallowed")
            await asyncio.sleep(5)
    except (TimeoutError, asyncio.CancelledError) as error:
        log(type(error).__name__, asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.25)
    task.cancel()
    await task
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    250  swallowed
#    500  CancelledError 1
#    500  False
