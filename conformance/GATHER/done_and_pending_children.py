"""One child that is pending at the call is enough to make the outer wait."""
# clause: GATHER-13
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    done.set_result("done")
    pending = loop.create_future()
    outer = asyncio.gather(done, pending)

    def tick(number):
        log("tick", number, outer.done())
        if number < 4:
            loop.call_soon(tick, number + 1)

    loop.call_soon(pending.set_result, "pending")
    loop.call_soon(tick, 1)
    log(await outer)


asyncio.run(main())

# trace 3.8..
#      0  tick 1 False
#      0  tick 2 True
#      0  ['done', 'pending']
#      0  tick 3 True
#      0  tick 4 True
