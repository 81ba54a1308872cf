"""A task that cancels itself in its eager step is given CancelledError at its first suspension."""
# clause: EAGER-9, TASK-20
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    asyncio.current_task().cancel()
    log("goes on")
    try:
        await asyncio.sleep(1)
    finally:
        log("finally")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log(task.done())
    await asyncio.wait([task])
    log(task.cancelled())


asyncio.run(main())

# trace 3.12..
#      0  goes on
#      0  False
#      0  finally
#      0  True
