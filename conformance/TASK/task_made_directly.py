"""A task made by the class itself is queued as one of create_task."""
# clause: TASK-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job(name):
    log(name)


async def main():
    loop = asyncio.get_running_loop()
    tasks = [asyncio.create_task(job("create_task")), asyncio.Task(job("Task"), loop=loop),
             asyncio.Task(job("named"), loop=loop, name="name"),
             loop.create_task(job("loop.create_task"))]
    log(tasks[2].get_name(), tasks[1].get_loop() is loop)
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  name True
#      0  create_task
#      0  Task
#      0  named
#      0  loop.create_task
