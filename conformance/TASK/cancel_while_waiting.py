"""Cancelling a waiting task cancels what it awaits at once; CancelledError arrives one hop later."""
# clause: TASK-18
# level: defacto
# ops: futures, tasks
# divergence: TASK-15
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def job(future):
    try:
        await future
    except asyncio.CancelledError:
        log("arrives")
        raise


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(job(future))
    await asyncio.sleep(0)
    loop.call_soon(tick, loop, 1)
    log(task.cancel(), future.cancelled(), task.cancelled(), task.done())
    try:
        await task
    except asyncio.CancelledError:
        log("climbs", task.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  True True False False
#      0  tick 1
#      0  arrives
#      0  tick 2
#      0  climbs True
#      0  tick 3
