"""A sleep of zero is over before timers get a turn that are due later."""
# clause: SLEEP-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0.125, log, "timer")
    for _ in range(100):
        await asyncio.sleep(0)
    log("awake")
    await asyncio.sleep(0.25)


asyncio.run(main())

# trace 3.8..
#      0  awake
#    125  timer
