"""Cancelling one of two tasks that await a third cancels all three."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def inner():
    await asyncio.sleep(10)


async def outer(name, task):
    try:
        await task
    finally:
        log(name)


async def main():
    shared = asyncio.create_task(inner())
    tasks = [asyncio.create_task(outer(name, shared)) for name in ("a", "b")]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.wait(tasks)
    log(shared.cancelled(), [task.cancelled() for task in tasks])


asyncio.run(main())

# trace 3.8..
#      0  a
#      0  b
#      0  True [True, True]
