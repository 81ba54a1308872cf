"""A task that yields goes to the end of the queue, so two of them take turns with a callback chain."""
# clause: TASK-3
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def job(name):
    for number in range(3):
        log(name, number)
        await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    first = asyncio.create_task(job("first"))
    loop.call_soon(tick, loop, 0)
    second = asyncio.create_task(job("second"))
    await first
    await second


asyncio.run(main())

# trace 3.8..
#      0  first 0
#      0  tick 0
#      0  second 0
#      0  first 1
#      0  tick 1
#      0  second 1
#      0  first 2
#      0  tick 2
#      0  second 2
#      0  tick 3
