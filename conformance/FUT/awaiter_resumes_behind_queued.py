"""A resumed task takes its place behind what was queued before the completion."""
# clause: FUT-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(future):
    await future
    log("resumed")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    loop.call_soon(log, "queued before")
    future.set_result(None)
    loop.call_soon(log, "queued after")
    await task


asyncio.run(main())

# trace 3.8..
#      0  queued before
#      0  resumed
#      0  queued after
