"""A task gives the coroutine that it runs, also when it is done."""
# clause: TASK-41
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    pass


async def main():
    coroutine = job()
    task = asyncio.create_task(coroutine)
    log(task.get_coro() is coroutine)
    await task
    log(task.get_coro() is coroutine)


asyncio.run(main())

# trace 3.8..
#      0  True
#      0  True
