"""The current task is the one whose step runs, and None inside plain callbacks."""
# clause: TASK-32
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    await asyncio.sleep(0)
    return asyncio.current_task()


async def main():
    loop = asyncio.get_running_loop()
    log(asyncio.current_task().get_name())
    loop.call_soon(lambda: log(asyncio.current_task()))
    task = asyncio.create_task(job())
    log(await task is task)
    log(asyncio.current_task().get_name())


async def named():
    task = asyncio.create_task(main(), name="main")
    await task


asyncio.run(named())

# trace 3.8..
#      0  main
#      0  None
#      0  True
#      0  main
