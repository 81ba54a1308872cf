"""An eager factory can be made of a constructor of the program's own, which is asked for an eager start."""
# clause: EAGER-11, EAGER-1
# level: documented
# needs: 3.12
# ops: tasks
import asyncio
from scenario import log


def constructor(coroutine, **keywords):
    log(keywords["eager_start"], keywords["loop"] is asyncio.get_running_loop())
    return asyncio.Task(coroutine, **keywords)


async def job():
    log("job runs")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.create_eager_task_factory(constructor))
    task = asyncio.create_task(job())
    log("created", task.done())
    loop.set_task_factory(None)


asyncio.run(main())

# trace 3.12..
#      0  True True
#      0  job runs
#      0  created True
