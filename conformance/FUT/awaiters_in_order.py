"""Tasks resume in the order in which they began to wait, not in the order of creation."""
# clause: FUT-11
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def waiter(name, hops, future):
    for hop in range(hops):
        await asyncio.sleep(0)
    log(name, "waits")
    await future
    log(name, "resumed")


async def main():
    future = asyncio.get_running_loop().create_future()
    tasks = [asyncio.create_task(waiter("slow", 2, future)),
             asyncio.create_task(waiter("fast", 0, future)),
             asyncio.create_task(waiter("medium", 1, future))]
    for hop in range(4):
        await asyncio.sleep(0)
    future.set_result(None)
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  fast waits
#      0  medium waits
#      0  slow waits
#      0  fast resumed
#      0  medium resumed
#      0  slow resumed
