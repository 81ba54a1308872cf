"""The constants for return_when are strings that spell their names."""
# clause: WAIT-5
# level: documented
# ops: tasks
import asyncio
from scenario import log

log(asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED)

# trace 3.8..
#      0  FIRST_COMPLETED FIRST_EXCEPTION ALL_COMPLETED
