"""The exception of a child given twice stands twice in the results, the same object."""
# clause: GATHER-3
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def child():
    raise ValueError


async def main():
    task = asyncio.create_task(child())
    first, second = await asyncio.gather(task, task, return_exceptions=True)
    log(type(first).__name__, first is second)


asyncio.run(main())

# trace 3.8..
#      0  ValueError True
