"""A coroutine that ends in its eager step gives a done task, which is among all tasks only during the step."""
# clause: EAGER-2
# level: documented
# needs: 3.12
# ops: tasks
# divergence: TASK-17
import asyncio
from scenario import log


async def job():
    log(asyncio.current_task() in asyncio.all_tasks())
    return "result"


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    task = asyncio.create_task(job())
    log(task.done(), task.cancelled(), task.result())
    log(task in asyncio.all_tasks())


asyncio.run(main())

# trace 3.12..
#      0  True
#      0  True False result
#      0  False
