"""Only a coroutine can be made a task."""
# clause: TASK-7
# level: defacto
# ops: futures, tasks
import asyncio
from scenario import log


async def nothing():
    pass


loop = asyncio.new_event_loop()
for wrong in (None, 42, nothing, loop.create_future(), lambda: None):
    try:
        loop.create_task(wrong)
    except TypeError as error:
        log(type(error).__name__)
loop.close()

# trace 3.8..
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
#      0  TypeError
