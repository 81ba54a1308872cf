"""A block that expires while its body cleans up after a cancellation from outside does not hide that."""
# clause: TMO-6
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        async with asyncio.timeout(0.5) as block:
            try:
                await asyncio.sleep(5)
            finally:
                await asyncio.sleep(1)
    except (TimeoutError, asyncio.CancelledError) as error:
        log(type(error).__name__, block.expired(), asyncio.current_task().cancelling())
        raise


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.25)
    task.cancel()
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.11..
#    500  CancelledError True 1
#    500  True
