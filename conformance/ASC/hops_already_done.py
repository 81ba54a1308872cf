"""With an awaitable that is done at the call the first item takes two hops."""
# clause: ASC-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("result")

    def tick(number):
        log("tick", number)
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    for item in asyncio.as_completed([future]):
        log(await item)
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  tick 2
#      0  result
#      0  tick 3
#      0  tick 4
