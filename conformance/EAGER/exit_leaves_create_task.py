"""KeyboardInterrupt and SystemExit of the eager step leave create_task."""
# clause: EAGER-6
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job(error):
    raise error


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    creator = asyncio.current_task()
    for error in (KeyboardInterrupt(), SystemExit()):
        try:
            asyncio.create_task(job(error))
        except (KeyboardInterrupt, SystemExit) as raised:
            log(type(raised).__name__, asyncio.current_task() is creator)


asyncio.run(main())

# trace 3.12..
#      0  KeyboardInterrupt True
#      0  SystemExit True
