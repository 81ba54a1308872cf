"""A task that does not catch the RuntimeError of its bad yield fails with it."""
# clause: TASK-8
# level: defacto
# ops: tasks
import asyncio
from scenario import log


class Bad:
    def __await__(self):
        yield "nonsense"


async def job():
    await Bad()


async def main():
    task = asyncio.create_task(job())
    await asyncio.wait([task])
    log(type(task.exception()).__name__, task.exception().args)


asyncio.run(main())

# trace 3.8..
#      0  RuntimeError ("Task got bad yield: 'nonsense'",)
