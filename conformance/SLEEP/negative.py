"""A negative sleep is one of zero."""
# clause: SLEEP-7
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "queued before")
    loop.call_soon(loop.call_soon, log, "queued by callback")
    await asyncio.sleep(-1)
    log("awake")
    log(await asyncio.sleep(-0.125, "result"))


asyncio.run(main())

# trace 3.8..
#      0  queued before
#      0  awake
#      0  queued by callback
#      0  result
