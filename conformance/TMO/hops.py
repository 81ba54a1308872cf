"""From the timer the body takes as many hops as any cancellation."""
# clause: TMO-1
# level: documented
# needs: 3.11
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.25, tick, 1)
    try:
        async with asyncio.timeout(0.25):
            await loop.create_future()
    except TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.11..
#    250  tick 1
#    250  tick 2
#    250  TimeoutError
#    250  tick 3
#    250  tick 4
