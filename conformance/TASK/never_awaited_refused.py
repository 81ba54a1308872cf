"""A coroutine that a closed loop refuses was never awaited."""
# clause: TASK-44, TASK-46, STOP-18
# level: documented
# ops: tasks
import asyncio
from scenario import capture_warnings, collect, log

capture_warnings(log)


async def job():
    log("job runs")


loop = asyncio.new_event_loop()
loop.close()
coroutine = job()
try:
    loop.create_task(coroutine)
except RuntimeError as error:
    log(type(error).__name__)
del coroutine
collect()
log("destroyed")

# trace 3.8..
#      0  RuntimeError
#      0  RuntimeWarning
#      0  destroyed
