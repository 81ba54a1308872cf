"""A future completed in one pass resumes its awaiting task in the next one."""
# clause: FUT-10
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 4:
        loop.call_soon(tick, loop, number + 1)


async def waiter(future):
    log("waits")
    await future
    log("resumed")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiter(future))
    await asyncio.sleep(0)
    loop.call_soon(tick, loop, 1)
    future.set_result(None)
    log("set")
    await task


asyncio.run(main())

# trace 3.8..
#      0  waits
#      0  set
#      0  tick 1
#      0  resumed
#      0  tick 2
#      0  tick 3
#      0  tick 4
