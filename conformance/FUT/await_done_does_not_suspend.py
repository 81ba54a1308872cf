"""Awaiting a done future gives nobody else a turn."""
# clause: FUT-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("result")
    loop.call_soon(log, "queued")
    log(await future)
    log(await future)
    await asyncio.sleep(0)
    log("after a hop")


asyncio.run(main())

# trace 3.8..
#      0  result
#      0  result
#      0  queued
#      0  after a hop
