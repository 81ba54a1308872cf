"""A cancellation climbs through ten coroutines in one pass."""
# clause: TASK-6
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def nested(depth):
    if depth == 0:
        await asyncio.sleep(1)
    try:
        await nested(depth - 1)
    finally:
        if depth in (1, 10):
            log("leaves", depth)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(nested(10))
    await asyncio.sleep(0)
    task.cancel()
    loop.call_soon(tick, loop, 1)
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.8..
#      0  leaves 1
#      0  leaves 10
#      0  tick 1
#      0  cancelled
#      0  tick 2
#      0  tick 3
