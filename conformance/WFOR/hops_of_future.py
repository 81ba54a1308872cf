"""A future that completes costs two hops up to 3.11 and one from 3.12."""
# clause: WFOR-4
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(future.set_result, "result")
    loop.call_soon(tick, 1)
    log(await asyncio.wait_for(future, 1))
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..3.11
#      0  tick 1
#      0  tick 2
#      0  result
#      0  tick 3
#      0  tick 4

# trace 3.12..
#      0  tick 1
#      0  result
#      0  tick 2
#      0  tick 3
#      0  tick 4
