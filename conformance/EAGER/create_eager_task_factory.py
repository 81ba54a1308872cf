"""An eager factory can be made for a task class of the program's own."""
# clause: EAGER-11, EAGER-1
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


class Own(asyncio.Task):
    pass


async def job():
    log("job runs")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(Own))
    task = asyncio.create_task(job())
    log("created", task.done(), isinstance(task, Own))


asyncio.run(main())

# trace 3.12..
#      0  job runs
#      0  created True True
