"""In the eager step the new task is the current one, afterwards its creator again."""
# clause: EAGER-4
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def ends():
    return asyncio.current_task()


async def suspends():
    first = asyncio.current_task()
    await asyncio.sleep(0)
    return first is asyncio.current_task() and first


async def fails():
    raise ValueError


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    creator = asyncio.current_task()
    for job in (ends, suspends, fails):
        task = asyncio.create_task(job())
        log(asyncio.current_task() is creator)
        try:
            log(await task is task)
        except ValueError as error:
            log(type(error).__name__)


asyncio.run(main())

# trace 3.12..
#      0  True
#      0  True
#      0  True
#      0  True
#      0  True
#      0  ValueError
