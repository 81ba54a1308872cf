"""The outer future completes one hop after the inner one, and who awaits it goes on one hop later."""
# clause: SHLD-6
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    inner = loop.create_future()
    outer = asyncio.shield(inner)

    def tick(number):
        log("tick", number, outer.done())
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(inner.set_result, "result")
    loop.call_soon(tick, 1)
    log(await outer)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1 False
#      0  tick 2 True
#      0  result
#      0  tick 3 True
#      0  tick 4 True
