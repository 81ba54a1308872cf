"""A sleeper goes on one pass after its timer has fired."""
# clause: SLEEP-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()

    def fired():
        log("timer")
        loop.call_soon(log, "queued by timer")
        loop.call_soon(loop.call_soon, log, "queued one hop later")

    loop.call_later(0.25, fired)
    await asyncio.sleep(0.25)
    log("awake")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    250  timer
#    250  queued by timer
#    250  awake
#    250  queued one hop later
