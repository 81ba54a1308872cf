"""Without a running loop there is no current task to ask for, unless the loop is named."""
# clause: TASK-32
# level: documented
# ops: tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    asyncio.current_task()
except RuntimeError as error:
    log(type(error).__name__)
log(asyncio.current_task(loop))
loop.close()

# trace 3.8..
#      0  RuntimeError
#      0  None
