"""A block with a delay cannot be made where no loop runs, and one with a time can."""
# clause: TMO-8
# level: defacto
# needs: 3.11
# ops: tasks
import asyncio
from scenario import log

try:
    asyncio.timeout(0.25)
except RuntimeError:
    log("RuntimeError")
log(asyncio.timeout_at(5).when())

# trace 3.11..
#      0  RuntimeError
#      0  5
