"""From the timer the body takes as many hops as any cancellation."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.125, tick, 1)
    loop.call_soon(pause, 0.375)  # both timers are due in one pass,
    loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        async with asyncio.timeout(0.25):
            await loop.create_future()
    except TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#    375  tick 1
#    375  tick 2
#    375  TimeoutError
#    375  tick 3
#    375  tick 4
