"""A task cancelled before its first step ends in that step, which was queued anyway."""
# clause: TASK-17
# level: defacto
# ops: tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 3:
        loop.call_soon(tick, loop, number + 1)


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(nothing())
    task.add_done_callback(lambda done: log("done"))
    loop.call_soon(tick, loop, 1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        log("cancelled")


asyncio.run(main())

# trace 3.8..
#      0  tick 1
#      0  done
#      0  cancelled
#      0  tick 2
#      0  tick 3
