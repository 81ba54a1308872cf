"""The name given to create_task is there in the eager step from 3.14."""
# clause: EAGER-7
# level: defacto
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


async def job():
    log(asyncio.current_task().get_name() == "given")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job(), name="given")
    log(task.get_name())


asyncio.run(main())

# trace 3.12..3.13
#      0  False
#      0  given

# trace 3.14..
#      0  True
#      0  given
