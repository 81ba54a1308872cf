"""Children that are done at the call cost two hops up to 3.11, and none from 3.12."""
# clause: GATHER-13
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
        if number < 3:
            loop.call_soon(tick, number + 1)

    loop.call_soon(tick, 1)
    outer = asyncio.gather(future, future)
    log("done at the call:", outer.done())
    log(await outer)
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    await asyncio.sleep(0)


asyncio.run(main())

# trace 3.8..3.11
#      0  done at the call: False
#      0  tick 1
#      0  tick 2
#      0  ['result', 'result']
#      0  tick 3

# trace 3.12..
#      0  done at the call: True
#      0  ['result', 'result']
#      0  tick 1
#      0  tick 2
#      0  tick 3
