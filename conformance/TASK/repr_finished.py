"""The repr of a task begins with its state and its name."""
# clause: TASK-40
# level: detail
# ops: tasks
import asyncio
from scenario import log


async def job():
    return "value"


async def main():
    task = asyncio.create_task(job(), name="named")
    log(repr(task).split()[0], repr(task).split()[1], "name='named'" in repr(task))
    await task
    log(repr(task).split()[1], "result='value'" in repr(task))


asyncio.run(main())

# trace 3.8..
#      0  <Task pending True
#      0  finished True
