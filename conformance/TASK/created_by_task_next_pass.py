"""A task that a step creates begins in the next pass."""
# clause: TASK-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def inner():
    log("inner")


async def outer():
    log("outer")
    await asyncio.create_task(inner())
    log("outer resumed")


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(tick, loop, 1)
    await outer()


asyncio.run(main())

# trace 3.8..
#      0  outer
#      0  tick 1
#      0  inner
#      0  tick 2
#      0  outer resumed
#      0  tick 3
