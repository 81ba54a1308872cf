"""A sleep of zero takes one hop."""
# clause: SLEEP-1
# level: documented
# ops: tasks
# divergence: SCHED-17
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(log, "queued before")
    loop.call_soon(loop.call_soon, log, "queued by callback")
    await asyncio.sleep(0)
    log("awake")
    await asyncio.sleep(0)
    log("awake again")


asyncio.run(main())

# trace 3.8..
#      0  queued before
#      0  awake
#      0  queued by callback
#      0  awake again
