"""Awaiting the shield of what is done takes no hop."""
# clause: SHLD-3
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("result")
    loop.call_soon(log, "queued")
    log(await asyncio.shield(done))
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..
#      0  result
#      0  queued
