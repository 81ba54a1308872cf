"""With a timeout of zero it takes three hops until the coroutine is cancelled and the caller goes on."""
# clause: WFOR-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("starts")


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 5:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    try:
        await asyncio.wait_for(child(), 0)
    except asyncio.TimeoutError:
        log("TimeoutError")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  tick 3
#      0  TimeoutError
#      0  tick 4
#      0  tick 5
