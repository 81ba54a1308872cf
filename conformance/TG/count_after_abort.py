"""After a failed group the count of cancellations of the parent is what it was; before 3.13 it is too high if the block was waiting."""
# clause: TG-10
# level: defacto
# needs: 3.11
# ops: tasks
# divergence: TASK-07
import asyncio
from scenario import log


async def fail():
    raise ValueError


async def main():
    task = asyncio.current_task()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
            try:
                await asyncio.sleep(5)
            finally:
                log(task.cancelling())
    except ExceptionGroup:
        log(task.cancelling())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fail())
    except ExceptionGroup:
        log(task.cancelling())
    await asyncio.sleep(0.125)
    log("goes on")


asyncio.run(main())

# trace 3.11..3.12
#      0  1
#      0  0
#      0  1
#    125  goes on

# trace 3.13..
#      0  1
#      0  0
#      0  0
#    125  goes on
