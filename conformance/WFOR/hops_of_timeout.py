"""From the timer of the timeout to the caller it takes four hops up to 3.11 and two from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number)
        if number < 5:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.25, tick, 1)
    try:
        await asyncio.wait_for(future, 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..3.11
#    250  tick 1
#    250  tick 2
#    250  tick 3
#    250  tick 4
#    250  TimeoutError
#    250  tick 5

# trace 3.12..
#    250  tick 1
#    250  tick 2
#    250  TimeoutError
#    250  tick 3
#    250  tick 4
#    250  tick 5
