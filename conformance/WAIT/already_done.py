"""The call takes two hops even if everything is done."""
# clause: WAIT-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result(None)

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    done, pending = await asyncio.wait([future])
    log(len(done), len(pending))
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  1 0
#      0  tick 3
#      0  tick 4
