"""Cancelling a future raises CancelledError in the task that awaits it."""
# clause: FUT-12
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(future):
    try:
        await future
    except asyncio.CancelledError:
        log("cancelled")
        return "went on"


async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    future.cancel()
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  cancelled
#      0  went on
