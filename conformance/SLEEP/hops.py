"""A sleeper goes on one pass after its timer has fired."""
# clause: SLEEP-2
# level: defacto
# ops: tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()

    def fired():
        log("timer")
        loop.call_soon(log, "queued by timer")
        loop.call_soon(loop.call_soon, log, "queued one hop later")

    loop.call_later(0.125, fired)
    loop.call_soon(pause, 0.375)  # both timers are due in one pass,
    loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    await asyncio.sleep(0.25)
    log("awake")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    375  timer
#    375  queued by timer
#    375  awake
#    375  queued one hop later
