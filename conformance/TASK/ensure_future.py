"""Futures and tasks are returned as they are, a coroutine is made a task."""
# clause: TASK-37
# level: documented
# ops: futures, tasks
import asyncio
from scenario import log


async def job():
    return "result"


async def main():
    future = asyncio.get_running_loop().create_future()
    log(asyncio.ensure_future(future) is future)
    task = asyncio.ensure_future(job())
    log(isinstance(task, asyncio.Task), asyncio.ensure_future(task) is task)
    log(await task)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True True
#      0  result
