"""The caller goes on two hops after the completion that ended the wait."""
# clause: WAIT-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number, future.done())
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(future.set_result, None)
    loop.call_soon(tick, 1)
    await asyncio.wait([future])
    log("end")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1 True
#      0  tick 2 True
#      0  end
#      0  tick 3 True
#      0  tick 4 True
