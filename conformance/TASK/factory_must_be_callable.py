"""Only a callable or None can be set as a task factory."""
# clause: TASK-15
# level: documented
# ops: tasks
import asyncio
from scenario import log

loop = asyncio.new_event_loop()
try:
    loop.set_task_factory("no factory")
except TypeError as error:
    log(type(error).__name__)
log(loop.get_task_factory())
loop.close()

# trace 3.8..
#      0  TypeError
#      0  None
