"""Children that are tasks: the outer completes one hop after the last step, and who awaits it goes on one hop later."""
# clause: GATHER-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    log("child")


async def main():
    loop = asyncio.get_running_loop()
    outer = asyncio.gather(child(), child())

    def tick(number):
        log("tick", number, outer.done())
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    await outer
    log("end")


asyncio.run(main())

# trace 3.8..
#      0  child
#      0  child
#      0  tick 1 False
#      0  tick 2 True
#      0  end
#      0  tick 3 True
#      0  tick 4 True
