"""A BaseException of the program's own is stored, too."""
# clause: EAGER-6
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


class Own(BaseException):
    pass


async def job():
    raise Own


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log("created", type(task.exception()).__name__)


asyncio.run(main())

# trace 3.12..
#      0  created Own
