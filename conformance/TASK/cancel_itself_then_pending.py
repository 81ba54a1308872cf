"""A task that cancels itself and then awaits a pending future has that future cancelled on the spot."""
# clause: TASK-20
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def job(future):
    asyncio.current_task().cancel()
    try:
        await future
    except asyncio.CancelledError:
        log("cancelled")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(job(future))
    loop.call_soon(lambda: log("future", future.cancelled()))
    loop.call_soon(tick, loop, 1)
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  future True
#      0  tick 1
#      0  cancelled
#      0  tick 2
#      0  tick 3
#      0  True
