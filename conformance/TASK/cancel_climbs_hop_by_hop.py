"""Cancelling the outermost of tasks that await each other reaches the innermost at once, and climbs one hop per task."""
# clause: TASK-18
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


def tick(loop, number):
    log("tick", number)
    if number < 5:
        loop.call_soon(tick, loop, number + 1)


async def link(number, inner):
    try:
        await inner
    finally:
        log("task", number)


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    tasks = [future]
    for number in range(1, 5):
        tasks.append(asyncio.create_task(link(number, tasks[-1])))
    await asyncio.sleep(0)
    loop.call_soon(tick, loop, 1)
    tasks[-1].cancel()
    log(future.cancelled(), [task.done() for task in tasks])
    try:
        await tasks[-1]
    except asyncio.CancelledError:
        log("main", [task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  True [True, False, False, False, False]
#      0  tick 1
#      0  task 1
#      0  tick 2
#      0  task 2
#      0  tick 3
#      0  task 3
#      0  tick 4
#      0  task 4
#      0  tick 5
#      0  main [True, True, True, True, True]
