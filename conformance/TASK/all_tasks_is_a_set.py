"""The set that all_tasks returns is a copy, which the program may change."""
# clause: TASK-33
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    tasks = asyncio.all_tasks()
    log(type(tasks).__name__, asyncio.current_task() in tasks)
    tasks.clear()
    log(len(asyncio.all_tasks()))


asyncio.run(main())

# trace 3.8..
#      0  set True
#      0  1
