"""The coroutine runs in a task, the only one of its loop."""
# clause: RUN-1
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def main():
    task = asyncio.current_task()
    log(len(asyncio.all_tasks()), task in asyncio.all_tasks(), task.done())
    return task


task = asyncio.run(main())
log(task.done())

# trace 3.8..
#      0  1 True False
#      0  True
