"""A name that is given is kept, and None means none."""
# clause: TASK-13
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def nothing():
    pass


async def main():
    loop = asyncio.get_running_loop()
    tasks = [loop.create_task(nothing(), name="given"), asyncio.create_task(nothing(), name="too"),
             loop.create_task(nothing(), name=42), loop.create_task(nothing(), name=None)]
    for task in tasks[:3]:
        log(repr(task.get_name()))
    log(tasks[3].get_name().startswith("Task-"))
    for task in tasks:
        await task


asyncio.run(main())

# trace 3.8..
#      0  'given'
#      0  'too'
#      0  '42'
#      0  True
