"""Tasks that await each other end one pass after another."""
# clause: TASK-5
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 6:
        loop.call_soon(tick, loop, number + 1)


async def last(future):
    await future
    log("0 resumed")


async def link(number, inner):
    await inner
    log(number, "resumed")


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(last(future))
    for number in range(1, 4):
        task = asyncio.create_task(link(number, task))
    await asyncio.sleep(0)
    loop.call_soon(tick, loop, 1)
    future.set_result(None)
    await task


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  0 resumed
#      0  tick 2
#      0  1 resumed
#      0  tick 3
#      0  2 resumed
#      0  tick 4
#      0  3 resumed
#      0  tick 5
#      0  tick 6
