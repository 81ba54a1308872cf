"""What the body shields survives the failure of a child."""
# clause: TG-2
# level: documented
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    task = asyncio.create_task(asyncio.sleep(0.25, "result"))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            await asyncio.shield(task)
    except ExceptionGroup as error:
        log(len(error.exceptions), task.done())
    log(await task)


asyncio.run(main())

# trace 3.11..
#      0  1 False
#    250  result
