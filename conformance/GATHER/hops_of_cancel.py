"""A cancellation reaches the children after one hop, the outer after two and who awaits it after three."""
# clause: GATHER-12
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def child():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        log("child")
        raise


async def main():
    loop = asyncio.get_running_loop()
    outer = asyncio.gather(child())
    await asyncio.sleep(0)

    def tick(number):
        log("tick", number, outer.done())
        if number < 5:
            loop.call_soon(tick, number + 1)

    outer.cancel()
    loop.call_soon(tick, 1)
    try:
        await outer
    except asyncio.CancelledError:
        log("end")


asyncio.run(main())

# trace 3.8..
#      0  child
#      0  tick 1 False
#      0  tick 2 True
#      0  end
#      0  tick 3 True
#      0  tick 4 True
#      0  tick 5 True
