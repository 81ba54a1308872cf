"""The caller goes on one hop after the timeout."""
# clause: WAIT-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number)
        if number < 3:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.25, tick, 1)
    await asyncio.wait([future], timeout=0.25)
    log("end")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    250  tick 1
#    250  tick 2
#    250  end
#    250  tick 3
