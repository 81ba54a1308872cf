"""An eager factory refuses what is no coroutine, as the ordinary way does."""
# clause: EAGER-1, TASK-7
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    creator = asyncio.current_task()
    try:
        loop.create_task(42)
    except TypeError as error:
        log(type(error).__name__)
    log(asyncio.current_task() is creator)


asyncio.run(main())

# trace 3.12..
#      0  TypeError
#      0  True
