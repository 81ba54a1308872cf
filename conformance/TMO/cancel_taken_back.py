"""A body that takes a cancellation from outside back by uncancel() can run out of time as ever."""
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
                log("taken back", asyncio.current_task().uncancel())
            await asyncio.sleep(5)
    except TimeoutError:
        log("TimeoutError", asyncio.current_task().cancelling())


async def main():
    task = asyncio.create_task(child())
    await asyncio.sleep(0.25)
    task.cancel()
    await task


asyncio.run(main())

# trace 3.11..
#    250  taken back 0
#    500  TimeoutError 0
