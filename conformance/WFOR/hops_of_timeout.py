"""From the timer of the timeout to the caller it takes four hops up to 3.11 and two from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number)
        if number < 5:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.125, tick, 1)
    loop.call_soon(pause, 0.375)  # both timers are due in one pass,
    loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    try:
        await asyncio.wait_for(future, 0.25)
    except asyncio.TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..3.11
#    375  tick 1
#    375  tick 2
#    375  tick 3
#    375  tick 4
#    375  TimeoutError
#    375  tick 5

# trace 3.12..
#    375  tick 1
#    375  tick 2
#    375  TimeoutError
#    375  tick 3
#    375  tick 4
#    375  tick 5
