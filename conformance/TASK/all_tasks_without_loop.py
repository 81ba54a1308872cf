"""Without a running loop all_tasks raises RuntimeError."""
# clause: TASK-33
# level: documented
# ops: tasks
import asyncio
from scenario import log

try:
    asyncio.all_tasks()
except RuntimeError as error:
    log(type(error).__name__)

# trace 3.8..
#      0  RuntimeError
