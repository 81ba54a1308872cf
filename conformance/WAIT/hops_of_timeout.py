"""The caller goes on one hop after the timeout."""
# clause: WAIT-8
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log, pause


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def tick(number):
        log("tick", number)
        if number < 3:
            loop.call_soon(tick, number + 1)

    loop.call_later(0.125, tick, 1)
    loop.call_soon(pause, 0.375)  # both timers are due in one pass,
    loop.call_soon(loop.call_soon, pause, 0)  # and it has no need to wait
    await asyncio.wait([future], timeout=0.25)
    log("end")
    await asyncio.sleep(0.125)


asyncio.run(main())

# trace 3.8..
#    375  tick 1
#    375  tick 2
#    375  end
#    375  tick 3
