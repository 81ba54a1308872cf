"""A timeout of zero returns what is done, after two passes of the loop."""
# clause: WAIT-6
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    a = loop.create_future()
    b = loop.create_future()
    a.set_result("a")

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    done, pending = await asyncio.wait([a, b], timeout=0)
    log(done == {a}, pending == {b})
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  True True
#      0  tick 3
#      0  tick 4
