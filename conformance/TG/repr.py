"""The repr tells the state."""
# clause: TG-20
# level: detail
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log


async def fail(group):
    log(repr(group))
    raise ValueError


async def main():
    group = asyncio.TaskGroup()
    log(repr(group))
    try:
        async with group:
            log(repr(group))
            group.create_task(fail(group))
            try:
                await asyncio.sleep(5)
            finally:
                log(repr(group))
    except ExceptionGroup:
        log(repr(group))


asyncio.run(main())

# trace 3.11..
#      0  <TaskGroup>
#      0  <TaskGroup entered>
#      0  <TaskGroup tasks=1 entered>
#      0  <TaskGroup errors=1 cancelling>
#      0  <TaskGroup cancelling>
