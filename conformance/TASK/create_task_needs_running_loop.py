"""Without a running loop asyncio.create_task raises RuntimeError."""
# clause: TASK-46
# level: documented
# ops: tasks
import asyncio
from scenario import log


async def job():
    pass


coroutine = job()
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    log(type(error).__name__)
coroutine.close()

# trace 3.8..
#      0  RuntimeError
