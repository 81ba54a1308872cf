"""A task cannot begin eagerly in the very context in which its creator runs."""
# clause: EAGER-15
# level: detail
# needs: 3.15
# ops: contexts, tasks
import asyncio
from scenario import log


async def job():
    log("job runs")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    creator = asyncio.current_task()
    coroutine = job()
    try:
        asyncio.create_task(coroutine, context=creator.get_context())
    except RuntimeError as error:
        log(type(error).__name__)
    log(asyncio.current_task() is creator)
    coroutine.close()


asyncio.run(main())

# trace 3.15..
#      0  RuntimeError
#      0  True
