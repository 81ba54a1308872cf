"""A failure takes as many hops as a result."""
# clause: GATHER-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def fail():
    log("fails")
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    outer = asyncio.gather(fail(), asyncio.sleep(0.125))

    def tick(number):
        log("tick", number, outer.done())
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    try:
        await outer
    except ValueError:
        log("end")


asyncio.run(main())

# trace 3.8..
#      0  fails
#      0  tick 1 False
#      0  tick 2 True
#      0  end
#      0  tick 3 True
#      0  tick 4 True
