"""A future that is done costs no hop from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("result")
    loop.call_soon(log, "queued")
    log(await asyncio.wait_for(future, 1))
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..3.11
#      0  queued
#      0  result

# trace 3.12..
#      0  result
#      0  queued
