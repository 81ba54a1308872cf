"""A future that is cancelled while some of its awaiters have not begun to wait raises in those at once."""
# clause: FUT-12, FUT-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(name, future):
    try:
        await future
    except asyncio.CancelledError:
        log(name, "cancelled")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    first = asyncio.create_task(waiter("first", future))
    loop.call_soon(future.cancel)
    second = asyncio.create_task(waiter("second", future))
    loop.call_soon(log, "callback")
    await first
    await second


asyncio.run(main())

# trace 3.8..
#      0  second cancelled
#      0  callback
#      0  first cancelled
