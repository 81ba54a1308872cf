"""Cancelling the innermost of tasks that await each other cancels all, one hop after another."""
# clause: TASK-18
# level: defacto
# ops: tasks
import asyncio
from scenario import log


async def link(number, inner):
    try:
        await inner
    finally:
        log("task", number)


async def main():
    first = asyncio.create_task(link(1, asyncio.sleep(1)))
    second = asyncio.create_task(link(2, first))
    await asyncio.sleep(0)
    first.cancel()
    try:
        await second
    except asyncio.CancelledError:
        log(first.cancelled(), second.cancelled())


asyncio.run(main())

# trace 3.8..
#      0  task 1
#      0  task 2
#      0  True True
