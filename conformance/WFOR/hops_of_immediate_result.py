"""A coroutine that returns at once costs three hops up to 3.11 and none from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("child")


async def main():
    loop = asyncio.get_running_loop()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    await asyncio.wait_for(child(), 1)
    log("end")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..3.11
#      0  tick 1
#      0  child
#      0  tick 2
#      0  tick 3
#      0  end
#      0  tick 4

# trace 3.12..
#      0  child
#      0  end
#      0  tick 1
#      0  tick 2
#      0  tick 3
#      0  tick 4
