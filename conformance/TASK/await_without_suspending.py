"""Awaiting a coroutine, a finished task and a done future gives nobody else a turn."""
# clause: TASK-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def nested(depth):
    return depth if depth == 0 else await nested(depth - 1) + 1


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(nested(1))
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_result("future")
    loop.call_soon(log, "queued")
    log(await nested(5))
    log(await task)
    log(await future)
    await asyncio.sleep(0)
    log("after a hop")


asyncio.run(main())

# trace 3.8..
#      0  5
#      0  1
#      0  future
#      0  queued
#      0  after a hop
